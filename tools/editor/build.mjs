// Writes overture/web/static/js/codemirror.js: one module, minified, with the licences of what is in it on top.
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";

const target = process.argv[2] ?? "../../overture/web/static/js/codemirror.js";
const made = await build({
  entryPoints: ["entry.mjs"], bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8",
  legalComments: "none", metafile: true, write: false,
});
const packages = new Set(
  Object.keys(made.metafile.inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean),
);
const lines = [...packages].sort().map((name) => {
  const about = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return ` * ${name} ${about.version}, ${about.license}`;
});
const licence = readFileSync("node_modules/@codemirror/view/LICENSE", "utf8").trim().split("\n").map((line) => ` * ${line}`.trimEnd());
const head = ["/*!", " * CodeMirror 6, built by tools/editor of this repository from:", ...lines, " *", ...licence, " */", ""].join("\n");
writeFileSync(target, head + made.outputFiles[0].text);
