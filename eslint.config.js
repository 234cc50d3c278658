import tseslint from "typescript-eslint";

/** Folders of lib/ from the bottom up. A folder may import only from itself and those before it. */
const layers = [
  ["random", "engine"],
  ["text"],
  ["masking", "encoder"],
  ["training"],
  ["recipe"],
  ["evaluation"],
  ["report"],
  ["notebook"],
  ["site"],
  ["reproduce"],
  ["cli"],
];

const importDirection = layers.flatMap((folders, level) =>
  folders.map((folder) => ({
    files: [`lib/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            ...layers.flatMap((others, otherLevel) =>
              others
                .filter((other) => other !== folder && otherLevel >= level && other !== "random")
                .map((other) => ({
                  group: [`../${other}`, `../${other}/*`, `../../${other}`, `../../${other}/*`],
                  message: `lib/${folder} must not import lib/${other}: imports go one way (architecture: cli → … → engine).`,
                })),
            ),
            {
              group: [
                "node:http",
                "node:https",
                "node:http2",
                "node:net",
                "node:tls",
                "node:dgram",
              ],
              message: "Text goes nowhere by itself: only lib/encoder/hub/*.ts opens connections.",
            },
            ...(folder === "engine"
              ? []
              : [
                  {
                    group: ["@tensorflow/*", "onnxruntime-*"],
                    message: "Only lib/engine imports tfjs and onnxruntime.",
                  },
                ]),
          ],
        },
      ],
    },
  })),
);

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
    rules: {
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
  ...importDirection,
);
