import oclif from 'eslint-config-oclif'

/** Whole families of rules, switched off: another tool does their job, or the house style asks otherwise. */
function off(...families) {
  const names = oclif.flatMap((config) => Object.keys(config.rules ?? {}))
  return Object.fromEntries(
    names
      .filter((name) => families.some((family) => name.startsWith(`${family}/`)))
      .map((name) => [name, 'off']),
  )
}

const each = (names, setting) => Object.fromEntries(names.map((name) => [name, setting]))

/** Follow a link at the end of their path, or resolve a path twice: the engine works on handles (S12). */
const LINK_FOLLOWERS = 'copyFile|cp|rm|realpath|appendFile'

/** Where a user's spelling of a root is resolved, before the engine works below it. */
const ROOT_RESOLVERS = ['packages/disk/src/directory/identity.ts', 'packages/disk/src/engine/backup-root.ts']

const engineFs = (forbidden) => ({
  group: ['node:fs', 'fs'],
  // Left over: constants, types, and the Sync functions that are not forbidden.
  importNamePattern: `^(?:(?:${forbidden})Sync|(?!constants$)[a-z]\\w*(?<!Sync))$`,
  message: 'The engine uses named, synchronous fs functions that follow no link.',
})

const ENGINE_MODULES = [
  {
    group: ['node:fs/promises', 'fs/promises', 'node:module'],
    message: 'The engine uses synchronous fs only.',
  },
]

export default [
  {
    ignores: [
      '**/dist/',
      '**/coverage/',
      'bench/results/',
      '**/protocol/stubs/',
      '**/protocol/{messages,descriptor,shapes}.ts',
    ],
  },
  ...oclif,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      // Prettier formats; names are ordered by meaning; TypeScript and test/layering.test.ts check imports.
      ...off('@stylistic', 'perfectionist', 'jsdoc', 'import'),
      ...each(
        [
          // Bytes, flags and modes are this project's trade.
          'no-bitwise',
          'no-control-regex',
          'unicorn/number-literal-case',
          'unicorn/numeric-separators-style',
          'unicorn/escape-case',
          'unicorn/no-hex-escape',
          'unicorn/prefer-code-point',
          'unicorn/prefer-math-trunc',
          'unicorn/prefer-string-raw',
          'unicorn/text-encoding-identifier-case',
          // Matters of taste in which the shorter or faster form wins.
          'complexity',
          'dot-notation',
          'max-params',
          'no-await-in-loop',
          'no-eq-null',
          'no-lonely-if',
          'no-promise-executor-return',
          'no-return-assign',
          'no-void',
          'no-warning-comments',
          'no-labels',
          'camelcase',
          'new-cap',
          'object-shorthand',
          'prefer-promise-reject-errors',
          'one-var',
          'prefer-destructuring',
          'arrow-body-style',
          'unicorn/catch-error-name',
          'unicorn/consistent-existence-index-check',
          'unicorn/consistent-function-scoping',
          'unicorn/explicit-length-check',
          'unicorn/no-array-callback-reference',
          'unicorn/no-array-reduce',
          'unicorn/no-for-loop',
          'unicorn/no-lonely-if',
          'unicorn/no-negated-condition',
          'unicorn/no-nested-ternary',
          'unicorn/no-new-array',
          'unicorn/no-object-as-default-parameter',
          'unicorn/no-process-exit',
          'unicorn/no-unreadable-array-destructuring',
          'unicorn/no-useless-spread',
          'unicorn/no-useless-undefined',
          'unicorn/prefer-event-target',
          'unicorn/prefer-math-min-max',
          'unicorn/prefer-spread',
          'unicorn/prefer-switch',
          'unicorn/prefer-ternary',
          'unicorn/prefer-top-level-await',
          'unicorn/switch-case-braces',
          'n/no-process-exit',
          // Said by package.json: the engines, the workspaces and what is published.
          'n/no-extraneous-import',
          'n/no-missing-import',
          'n/no-unpublished-import',
          'n/no-unsupported-features/es-builtins',
          'n/no-unsupported-features/node-builtins',
        ],
        'off',
      ),
    },
  },
  {
    files: ['**/*.ts'],
    // The compiler knows every name, also the global types.
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    // CommonJS, for a faster start.
    files: ['bin/**'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off', 'unicorn/prefer-module': 'off' },
  },
  {
    files: ['**/test/**'],
    rules: each(
      [
        '@typescript-eslint/no-unused-expressions',
        'max-nested-callbacks',
        'mocha/max-top-level-suites',
        'mocha/no-hooks-for-single-case',
        'mocha/no-sibling-hooks',
        'mocha/no-top-level-hooks',
        'mocha/no-exports',
      ],
      'off',
    ),
  },
  {
    files: ['packages/core/src/**'],
    ignores: ['packages/core/src/command/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(@oclif/|listr2|@listr2/|@inquirer/|ffi-rs|@grpc/|google-protobuf)|/command/',
              message: 'The root entry of @blit/core is light: the command line lives in command/.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/disk/src/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...ENGINE_MODULES, engineFs(LINK_FOLLOWERS)] }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.name=/^(chmod|chown|utimes|truncate)Sync$/]:not([arguments.0.quasis.0.value.raw="/proc/self/fd/"])',
          message: 'It follows links: use an open descriptor, or /proc/self/fd/ of one.',
        },
        {
          selector: 'CallExpression[callee.name=/^(mkdir|readdir)Sync$/] Property[key.name="recursive"]',
          message: 'Recursive fs functions follow links: one component at a time.',
        },
        {
          selector:
            'CallExpression[callee.name="writeFileSync"]:not(:has(Property[key.name="flag"][value.value="wx"]))',
          message: 'writeFileSync follows links unless its flag is wx.',
        },
        { selector: 'ImportExpression[source.value=/^(node:)?fs/]', message: 'Import fs statically.' },
      ],
    },
  },
  {
    files: ROOT_RESOLVERS,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...ENGINE_MODULES, engineFs(LINK_FOLLOWERS.replace('|realpath', ''))] },
      ],
    },
  },
]
