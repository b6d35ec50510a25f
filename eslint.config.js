import js from '@eslint/js';
import ts from 'typescript-eslint';

/** How a source may not be written, in any room. */
const shape = [
  { selector: 'ExportAllDeclaration', message: 'Name what is exported: a barrel hides who uses what.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
];

/** Lint holds what the compiler cannot: awaited promises, exhaustive switches, no escape hatches. */
export default ts.config(
  { ignores: ['node_modules', '.data', '.cache', 'dist', 'test/replay'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, ...ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-restricted-syntax': ['error', ...shape],
    },
  },
  {
    // All runs of a worker share these modules: what one keeps, another would see.
    files: ['core/**', 'workflows/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...shape,
        {
          selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind=let]',
          message: 'A module of the workflows keeps nothing.',
        },
      ],
    },
  },
  { files: ['cli/**', 'local/**', 'test/support/command.ts'], rules: { 'no-console': 'off' } },
);
