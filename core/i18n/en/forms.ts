/** The columns of templates and what is said of them: a head reads alike in the template and in what came of it. */
import { enThings as things } from './things.ts';
import type { FormColumn, FormName, FormOutcome } from '../../forms/form.ts';

const formNames: Record<FormName, string> = {
  roster: 'People and units',
  items: 'Items and measures',
  progress: 'Progress report',
};

const formHeads: Record<FormColumn, string> = {
  name: 'Name',
  email: things.email,
  roles: 'Roles',
  unit: things.unit,
  phone: things.phone,
  language: 'Language',
  inspectionOffice: things.inspectionOffice,
  chief: things.chief,
  unitName: 'Name of the unit',
  position: 'Place in lists',
  liaison: things.liaison,
  number: things.number,
  part: things.part,
  finding: things.finding,
  immediate: things.immediate,
  measures: things.measures,
  responsibleUnit: things.responsibleUnit,
  handler: things.handler,
  leadLeader: things.leadLeader,
  supportingUnits: things.supportingUnits,
  itemDue: things.itemDue,
  progress: things.report,
  isDone: things.isDone,
  reportedOn: things.reportedOn,
  reporter: things.reporter,
  remark: things.remark,
};

const formOutcomes: Record<FormOutcome, string> = { added: 'Added', changed: 'Changed', same: 'Unchanged' };

export const enForms = {
  formNames,
  formHeads,
  formOutcomes,
  /** What cells say: what the row begins with that shows how a template is filled in, and what there is to choose. */
  formWords: { sample: '[Sample]', yes: 'Yes', no: 'No', chinese: 'Chinese', english: 'English' },
};
