/** Reads single settings of the environment; what is wrong with one is added to a list, and all of it is told at once. */
import { readMailbox } from './mail-address.ts';

export interface ConfigProblem {
  readonly name: string;
  readonly code:
    | 'missing'
    | 'unknownName'
    | 'misspeltName'
    | 'notAPort'
    | 'notAWholeNumber'
    | 'notOneOf'
    | 'notAnAddress'
    | 'notProxies';
  /** What would have been right: a range, the choices, an example, the name that was meant. */
  readonly allowed: string;
  /** Empty for addresses: they may hold passwords. */
  readonly given: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

export type SettingsReader = ReturnType<typeof readerOf>;

/** Reads single settings; what is wrong with one is added to `problems`. `local/` reads its own settings with it. */
export function readerOf(env: Env, problems: ConfigProblem[]) {
  // A variable set to nothing (`PORT=`) is how compose files leave one out.
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);

  const whole = (name: string, byDefault: number, least: number, most: number, code: ConfigProblem['code']): number => {
    const value = given(name);
    if (value === undefined) return byDefault;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    problems.push({ name, code, allowed: `${least}–${most}`, given: value });
    return byDefault;
  };

  const address = (name: string, pattern: RegExp, example: string): string | null => {
    const value = given(name);
    if (value === undefined) return null;
    if (!pattern.test(value)) problems.push({ name, code: 'notAnAddress', allowed: example, given: '' });
    return value;
  };

  return {
    address,
    text: (name: string, byDefault: string): string => given(name) ?? byDefault,
    given,
    textOrNull: (name: string): string | null => given(name) ?? null,
    /** A sender or recipient as a mail has it; a sender that cannot be would keep every mail from leaving. */
    mailbox: (name: string): string | undefined => {
      const value = given(name);
      if (value !== undefined && readMailbox(value) === null)
        problems.push({ name, code: 'notAnAddress', allowed: 'Office <name@example.cn>', given: '' });
      return value;
    },
    port: (name: string, byDefault: number): number => whole(name, byDefault, 1, 65_535, 'notAPort'),
    whole: (name: string, byDefault: number, least: number, most: number): number =>
      whole(name, byDefault, least, most, 'notAWholeNumber'),
    /** A count, or addresses and networks between commas. */
    proxies: (name: string): number | readonly string[] => {
      const value = given(name) ?? '0';
      if (/^[0-9]$/.test(value)) return Number(value);
      const networks = value.split(',').map((network) => network.trim());
      if (networks.every((network) => /^([\d.]+|[\da-f:.]*:[\da-f:.]*)(\/\d{1,3})?$/i.test(network))) return networks;
      problems.push({ name, code: 'notProxies', allowed: '0–9, 10.0.0.0/8', given: value });
      return 0;
    },
    oneOf: <Choice extends string>(name: string, choices: readonly Choice[], byDefault: Choice): Choice => {
      const value = given(name);
      if (value === undefined) return byDefault;
      const chosen = choices.find((choice) => choice === value);
      if (chosen !== undefined) return chosen;
      problems.push({ name, code: 'notOneOf', allowed: choices.join(', '), given: value });
      return byDefault;
    },
  };
}
