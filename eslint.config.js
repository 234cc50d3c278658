import tseslint from "typescript-eslint";
import layers from "./eslint.layers.js";

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      ".venv/**",
      "results/**",
      "data/**",
      "notebooks/**",
      "lib/engine/assembly/**", // AssemblyScript: its compiler checks it
    ],
  },
  {
    files: ["**/*.ts"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["lib/**/*.ts"],
    plugins: { layers },
    rules: {
      "layers/imports": "error",
      "no-restricted-syntax": [
        "error",
        ...[
          "CallExpression[callee.property.name=/^(split|(lastI|i)ndexOf|(start|end)sWith|includes|replace(All)?)$/][arguments.0.value=/^[.]*[\\u002F]/]",
          // Patterns that name both signs are right, and so are signs among others, as in dates.
          "Literal[regex.pattern=/^(?!.*\\\\\\\\).*\\\\\\u002F/]",
        ].map((selector) => ({
          selector: `Program:has(ImportDeclaration[source.value="node:path"]) ${selector}`,
          message: "Windows parts a path otherwise: use node:path, or lib/paths.ts.",
        })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Use lib/random: every draw is keyed." },
        { object: "Date", property: "now", message: "Pass time in, or use performance.now()." },
      ],
    },
  },
  {
    files: ["lib/**/*.ts"],
    ignores: ["lib/encoder/hub/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["fetch", "WebSocket", "EventSource", "XMLHttpRequest"].map((name) => ({
          name,
          message: "Text goes nowhere by itself: only lib/encoder/hub/*.ts opens connections.",
        })),
      ],
    },
  },
  {
    files: ["test/**/*.test.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["skip", "skipIf", "runIf", "todo"].map((property) => ({
          property,
          message: "A skipped test says what it lacks: needs() of test/needs.ts.",
        })),
      ],
    },
  },
);
