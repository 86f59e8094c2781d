// Prints the explorer's modules as one, for tools/bundle.py.
//
// `import source from "./worker.js?text"` gives a module, and all it imports, as the text of one
// script: what a worker is made of where there is no second file. `TABLE` is in the main module only,
// which hands it to that script as `self.table`.

import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const MAIN = "../gmm_helpers/explorer/javascript/app/main.js";
const NOTE = "// Made from ../javascript/ by `make bundle`: never edit this file.";
const OPTIONS = {
  bundle: true,
  write: false,
  target: "es2020",
  charset: "utf8",
  minify: true,
  lineLimit: 110,
  legalComments: "none",
};

const TABLE = /ziggurat_widths\.js$/;

const handedOver = {
  name: "table",
  setup(asked) {
    const contents = "export const { NORMAL_WIDTHS, EXPONENTIAL_WIDTHS } = self.table;";
    asked.onLoad({ filter: TABLE }, () => ({ contents, loader: "js" }));
  },
};

const asText = {
  name: "text",
  setup(asked) {
    asked.onResolve({ filter: /\?text$/ }, ({ path, resolveDir }) => {
      return { path: resolve(resolveDir, path.replace("?text", "")), namespace: "text" };
    });
    asked.onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => {
      return {
        contents: await joined(path, { format: "iife", plugins: [handedOver] }),
        loader: "text",
        resolveDir: dirname(path),
      };
    });
  },
};

async function joined(entry, options) {
  const { outputFiles } = await build({ plugins: [asText], ...OPTIONS, ...options, entryPoints: [entry] });
  return outputFiles[0].text;
}

const main = process.argv[2] ?? fileURLToPath(new URL(MAIN, import.meta.url));
process.stdout.write(await joined(main, { format: "esm", banner: { js: NOTE } }));
