// Prints the explorer's modules as one, for tools/bundle.py.
//
// All of them are in one function, `theBundle`, which returns what main.js exports. Its text is also
// what a worker is made of, where there is no second file: see runs/background.js.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const MAIN = "../gmm_helpers/explorer/javascript/app/main.js";
const NOTE = "// Made from ../javascript/ by `make bundle`: never edit this file.";

const main = process.argv[2] ?? fileURLToPath(new URL(MAIN, import.meta.url));
const { outputFiles } = await build({
  entryPoints: [main],
  bundle: true,
  write: false,
  format: "cjs",
  platform: "browser",
  target: "es2020",
  charset: "utf8",
  minify: true,
  lineLimit: 110,
  legalComments: "none",
});
process.stdout.write(`${NOTE}
const module={exports:{}};
function theBundle(module){
${outputFiles[0].text.trim()}
return module.exports}
const{default:all,open}=theBundle(module);
export{all as default,open};
`);
