/** PostgreSQL's messages in English, which `why-not.ts` reads, and without the caller's own PG… settings. */
export function plainEnv(): NodeJS.ProcessEnv {
  const isOfOthers = (name: string) => /^(?:PG|LC_)|^LANG(?:UAGE)?$/.test(name);
  const env = Object.entries(process.env).filter(([name]) => !isOfOthers(name));
  return { ...Object.fromEntries(env), LC_ALL: '', LC_MESSAGES: 'C', TZ: 'UTC' };
}
