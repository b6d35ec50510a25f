/** The words around absences on the pages, in English. */
import { enLabels } from '../../../core/i18n/en/labels.ts';

export const absence = {
  title: `${enLabels.things.absence} and ${enLabels.things.substitute.toLowerCase()}`,
  lead: 'In these days the substitute may act in the place of whoever is away, under both names, and both get the mails.',
  who: 'Who is away',
  line: (who: string, substitute: string, from: string, to: string) =>
    `${who}: ${from} to ${to}, ${substitute} stands in`,
  enter: 'Enter the absence',
  end: 'End it now',
  all: 'Who is away or will be',
  standingIn: (name: string) => `In place of ${name}`,
  nothing: 'Nothing waits.',
};
