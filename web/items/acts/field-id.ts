/** The id that a field of an act's form has on the page: the error summary leads to it. */
export const fieldId = (name: string): string => `act-${name}`;
