// Both pictures while they change, as a film.

import { blank, placesOf } from "./stills.js";

const RATE = 30; // pictures a second
const BITS = 8e6; // a second: thin lines need them
const TYPE = "video/webm";

export function canFilm() {
  const has = typeof MediaRecorder === "function" && "captureStream" in HTMLCanvasElement.prototype;
  return has && MediaRecorder.isTypeSupported(TYPE);
}

export class Film {
  /**
   * @param {HTMLElement[]} panels
   * @param {HTMLCanvasElement[]} pictures
   * @param {string} paper
   */
  constructor(panels, pictures, paper) {
    const { places, width, height } = placesOf(panels, devicePixelRatio);
    const canvas = blank(2 * Math.ceil(width / 2), 2 * Math.ceil(height / 2)); // as films must be
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.frame = 0;
    const draw = () => {
      context.fillStyle = paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      pictures.forEach((picture, i) => {
        const { x, y, width, height } = places[i]; // even if they have another size by now
        context.drawImage(picture, x, y, width, height);
      });
      this.frame = requestAnimationFrame(draw);
    };
    draw();
    this.recorder = new MediaRecorder(canvas.captureStream(RATE), {
      mimeType: TYPE,
      videoBitsPerSecond: BITS,
    });
    /** @type {Blob[]} */
    const pieces = [];
    this.recorder.ondataavailable = ({ data }) => pieces.push(data);
    /** @type {Promise<Blob>} */
    this.ready = new Promise((done) => {
      this.recorder.onstop = () => done(new Blob(pieces, { type: TYPE }));
    });
    this.recorder.start();
  }

  /** @returns {Promise<Blob>} */
  stop() {
    cancelAnimationFrame(this.frame);
    if (this.recorder.state !== "inactive") this.recorder.stop();
    return this.ready;
  }
}
