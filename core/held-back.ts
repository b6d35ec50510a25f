/** Why a file that is there is given to nobody. notScanned: the virus scanner has not looked at it yet · infected: it has. */
export const heldBackReasons = ['notScanned', 'infected'] as const;

export type HeldBack = (typeof heldBackReasons)[number];
