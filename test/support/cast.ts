/** The people of the tests: always the same few, so that a reader knows who is who. */
import type { Actor, Principal, Role } from '../../core/actor.ts';

export interface CastMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'zh-CN' | 'en';
  readonly roles: readonly Role[];
  readonly unitId: string;
  readonly isChief: boolean;
  readonly inInspectionOffice: boolean;
  /** The absent person in whose place they act. */
  readonly standsFor?: Principal;
}

export const units = [
  { id: 'finance', name: '财务科', liaisonId: 'lin' },
  { id: 'works', name: '工程科', liaisonId: 'gao' },
  { id: 'bureau', name: '局领导', liaisonId: null },
  { id: 'inspection', name: '巡察办', liaisonId: null },
] as const;

const member = (
  id: string,
  name: string,
  unitId: string,
  roles: readonly Role[],
  more: Partial<CastMember> = {},
): CastMember => ({
  id,
  name,
  email: `${id}@yunling.example`,
  locale: 'zh-CN',
  roles,
  unitId,
  isChief: false,
  inInspectionOffice: false,
  ...more,
});

export const cast = {
  /** Handler of the finance office. */
  wang: member('wang', '王小明', 'finance', ['staff']),
  /** Liaison of the finance office. */
  lin: member('lin', '林晓', 'finance', ['staff'], { locale: 'en' }),
  /** Handler and liaison of the works office. */
  gao: member('gao', '高远', 'works', ['staff']),
  /** Lead leader. */
  zhang: member('zhang', '张立', 'bureau', ['supervisor']),
  /** Chief of the body. */
  chen: member('chen', '陈正', 'bureau', ['supervisor'], { isChief: true }),
  /** Inspection office: approves from outside. */
  li: member('li', '李敏', 'inspection', ['supervisor'], { inInspectionOffice: true }),
  /** Admin of the inspection office. */
  zhao: member('zhao', '赵青', 'inspection', ['admin'], { inInspectionOffice: true }),
} as const;

/** Of the discipline group and the organisation department, which take part where the rules want a joint review. */
export const reviewers = {
  sun: member('sun', '孙静', 'discipline', ['supervisor']),
  qian: member('qian', '钱程', 'organisation', ['supervisor']),
} as const;

export const actor = ({ id, roles, unitId, inInspectionOffice, standsFor }: CastMember): Actor => ({
  personId: id,
  roles,
  unitId,
  inInspectionOffice,
  ...(standsFor === undefined ? {} : { standsFor }),
});

/** The one, in the place of the other. */
export const inPlaceOf = (substitute: CastMember, absent: CastMember): CastMember => ({
  ...substitute,
  standsFor: {
    ...actor(absent),
    absenceId: `a-${absent.id}`,
    isLiaison: units.some(({ id, liaisonId }) => id === absent.unitId && liaisonId === absent.id),
  },
});
