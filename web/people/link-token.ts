/** What the address of a link holds behind its sign: browsers send it to nobody, and from here it goes into a body alone. */
export const linkToken = (): string => location.hash.slice(1);
