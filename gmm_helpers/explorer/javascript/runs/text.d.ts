// `import source from "./worker.js?text"`: see tools/bundle.js.
declare module "*?text" {
  const text: string;
  export default text;
}
