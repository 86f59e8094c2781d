// Prints the explorer's modules as one, for tools/bundle.py.
//
// `import source from "./worker.js?text"` gives a module, and all it imports, as the text of one
// script: what a worker is made of where there is no second file. What a worker imports is in the
// bundle once, as a function: the page calls it, and the text of a worker begins with its source.

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
const SHARED = "modules-shared-with-workers";

async function joined(options) {
  const { outputFiles, metafile } = await build({ ...OPTIONS, ...options });
  return { text: outputFiles[0].text, modules: Object.keys(metafile?.inputs ?? {}) };
}

/** What `?text` stands for: `load` gives the contents of a module, given the path of the script. */
const texts = (load) => ({
  name: "texts",
  setup(asked) {
    asked.onResolve({ filter: /\?text$/ }, ({ path, resolveDir }) => {
      return { path: resolve(resolveDir, path.replace("?text", "")), namespace: "text" };
    });
    asked.onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => {
      return { contents: await load(path), resolveDir: dirname(path) };
    });
  },
});

/** Modules with such exports are taken from those that are shared, and these from `contents`. */
const sharing = (exportsOf, contents) => ({
  name: "sharing",
  setup(asked) {
    asked.onResolve({ filter: new RegExp(`^${SHARED}$`) }, () => ({ path: SHARED, namespace: SHARED }));
    asked.onLoad({ filter: /.*/, namespace: SHARED }, () => ({ contents }));
    asked.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const at = [...exportsOf.keys()].indexOf(path);
      if (at < 0) return null;
      const names = exportsOf.get(path).join(", ");
      return { contents: `import shared from "${SHARED}"; export const { ${names} } = shared.m${at};` };
    });
  },
});

/** The scripts of workers that a module asks for. */
async function scriptsOf(main) {
  const found = new Set();
  await joined({ format: "esm", entryPoints: [main], plugins: [texts((path) => (found.add(path), ""))] });
  return [...found];
}

/** What each module exports that the scripts import. */
async function exportsBelow(scripts) {
  const found = new Map();
  for (const script of scripts) {
    const { modules } = await joined({ format: "iife", entryPoints: [script], metafile: true });
    for (const path of modules.map((name) => resolve(name)).filter((name) => !scripts.includes(name))) {
      const one = await build({ ...OPTIONS, format: "esm", entryPoints: [path], metafile: true });
      found.set(path, Object.values(one.metafile.outputs)[0].exports);
    }
  }
  return found;
}

async function bundleOf(main) {
  const scripts = await scriptsOf(main);
  const exportsOf = await exportsBelow(scripts);
  const all = [...exportsOf.keys()].map((path, i) => `export * as m${i} from ${JSON.stringify(path)};`);
  const stdin = { contents: all.join("\n"), resolveDir: dirname(main) };
  const { text } = await joined({ format: "iife", globalName: "shared", stdin });
  const make = `export const make = () => { ${text}; return shared; }; export default make();`;
  const worker = async (path) => {
    const plugins = [sharing(exportsOf, "export default shared;")];
    const script = await joined({ format: "iife", entryPoints: [path], plugins });
    return `import { make } from "${SHARED}";
      export default "const shared=(" + make + ")();" + ${JSON.stringify(script.text)};`;
  };
  const plugins = [texts(worker), sharing(exportsOf, make)];
  const options = { format: "esm", banner: { js: NOTE }, entryPoints: [main], plugins };
  return (await joined(options)).text;
}

const main = process.argv[2] ? resolve(process.argv[2]) : fileURLToPath(new URL(MAIN, import.meta.url));
process.stdout.write(await bundleOf(main));
