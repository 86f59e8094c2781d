// What eslint minds. The direction between rooms is held by tests/explorer/test_javascript_rooms.py.

import js from "@eslint/js";
import globals from "globals";

// Joined as they are, without imports: what one defines, another uses.
const JOINED = [
  "gmm_helpers/questions/static/*.js",
  "gmm_helpers/drawing/static/*.js",
  "gmm_helpers/grading/reports/static/*.js",
  "tools/question_files/*.js",
];

export default [
  { ignores: ["**/.*", "build", "dist", "artefacts", "gmm_helpers/explorer/static"] },
  js.configs.recommended,
  {
    files: [
      "gmm_helpers/**",
      "tools/question_files/*",
      "tools/site_pages/*",
      "tools/slide_pages/*",
      "docs/site/**",
      "benchmarks/*",
    ],
    languageOptions: { globals: globals.browser },
  },
  { files: ["tests/**", "tools/*.js"], languageOptions: { globals: globals.node } },
  { files: ["gmm_helpers/grading/reports/static/*.js"], languageOptions: { sourceType: "script" } },
  { files: JOINED, rules: { "no-undef": "off", "no-unused-vars": ["error", { vars: "local" }] } },
];
