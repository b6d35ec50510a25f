/** 每一种“不能办理”的中文说法：情况、规则、办法。 */
import { grants, type Act } from '../../item/roles.ts';
import { list, sentenceTime, wholeNumber } from '../format.ts';
import { statesElsewhere, type RefusalTexts } from '../refusal-texts.ts';
import { zhExplanation } from './explanation.ts';
import { zhLabels } from './labels.ts';
import { bindings, day, measures, units } from './phrases.ts';

const actName = (act: Act): string => ({ ...zhLabels.recordActs, ...zhLabels.acts })[act];

const doersOf = (act: Act): string =>
  list([...new Set(grants[act].map(({ role, scope }) => zhLabels.doers[role][scope]))], 'zh-CN');

const reload = '请刷新页面，查看事项的最新状态。';

export const zhRefusals: RefusalTexts = {
  notAllowedInState: (refusal) => {
    const elsewhere = statesElsewhere(refusal).map((state) => `“${zhLabels.states[state]}”`);
    return [
      `事项当前为“${zhLabels.states[refusal.state]}”，不能办理“${zhLabels.acts[refusal.command]}”。`,
      elsewhere.length === 0 ? '本轮次的规则没有设置这一环节。' : `可办理的状态：${list(elsewhere, 'zh-CN')}。`,
      reload,
    ];
  },
  notYours: ({ act }) => [
    `当前账号不能在此办理“${actName(act)}”。`,
    `此操作由${doersOf(act)}办理。`,
    '请转告上述人员，或联系整改办另行安排。',
  ],
  ownApplication: () => [
    '此申请由本人提交，或含有本人提交的材料，须由其他人审核。',
    '同一人不能既提交又审核。',
    '可由牵头领导或整改办的其他审核人员审核。',
  ],
  alreadyReviewed: () => [
    '前一环节已由本人审核。',
    '同一人不能审核两个环节。',
    '请由责任单位以外的另一位审核人员作出决定。',
  ],
  notAsked: ({ awaited }, names) => [
    '本单位目前不在等待会审之列，或已经会审。',
    awaited.length === 0 ? '会审已经完成。' : `目前等待会审的单位：${units(awaited, names)}。`,
    reload,
  ],
  jointReviewOpen: ({ awaited }, names) => [
    '会审尚未完成。',
    `${units(awaited, names)}会审同意后才能作出决定。`,
    '可催办会审单位，或退回并说明。',
  ],
  notSignedFor: () => ['此事项尚未签收。', '签收后才能报送措施。', '请先签收，再报送措施。'],
  alreadySignedFor: ({ by }, names) => [
    `此事项已由${names.person(by)}签收。`,
    '每次交办只需签收一次。',
    '可直接办理下一步。',
  ],
  assignmentFinal: ({ returns }) => [
    `此事项已退回交办 ${returns} 次。`,
    '退回两次后由整改办裁定，裁定后不再退回。',
    '如仍有异议，请书面向整改办说明。',
  ],
  textTooShort: ({ field, least, given }) => [
    `“${zhLabels.fields[field]}”目前 ${wholeNumber(given)} 个字。`,
    `至少需要 ${wholeNumber(least)} 个字。`,
    '请补充后再提交。',
  ],
  textTooLong: ({ field, most, given }) => [
    `“${zhLabels.fields[field]}”目前 ${wholeNumber(given)} 个字。`,
    `最多 ${wholeNumber(most)} 个字。`,
    '请精简后再提交，详细内容可作为佐证材料上传。',
  ],
  noMeasures: () => ['尚未填写整改措施。', '至少需要 1 条措施。', '请填写后再报送。'],
  tooManyMeasures: ({ most, given }) => [
    `目前有 ${wholeNumber(given)} 条措施。`,
    `一个事项最多 ${wholeNumber(most)} 条。`,
    '请合并相近的措施后再报送。',
  ],
  measureTooLate: ({ index, dueOn, latest }) => [
    `措施 ${index} 的期限为${day(dueOn)}，晚于事项的期限。`,
    `措施的期限不得晚于${day(latest)}。`,
    '请提前此措施的期限，或先申请延期。',
  ],
  unknownMeasures: ({ measureIds, known }, names) => [
    `此事项没有${measures(measureIds, names)}。`,
    known.length === 0 ? '此事项目前没有措施。' : `现有${measures(known, names)}。`,
    '请刷新页面后重新选择。',
  ],
  noMeasureNamed: () => ['尚未选择措施。', '至少需要选择 1 条。', '请选择所涉及的措施。'],
  evidenceMissing: ({ measureIds, least, asked }, names) => [
    `尚不能申请销号：${measures(measureIds, names)} ${least > 1 || asked.length > 0 ? '佐证材料不足' : '没有佐证材料'}。`,
    `每条措施至少需要 ${least} 份${asked.length === 0 ? '' : `，措施中列明的材料须逐份提交：${list(asked, 'zh-CN')}`}。`,
    '请补充后再申请，或说明无需材料的原因。',
  ],
  nothingSince: ({ since }) => [
    `自${sentenceTime(since, 'zh-CN')}认定阶段性成效以来，没有新的佐证材料。`,
    '检查节点之后申请销号，须有这一阶段的材料，或逐条说明原因。',
    '请补充材料，或在每条措施下说明。',
  ],
  justificationNeeded: ({ accepted, least, given }) => [
    `此事项已认定阶段性成效 ${wholeNumber(accepted)} 次，“${zhLabels.fields.opinion}”目前 ${wholeNumber(given)} 个字。`,
    `再次认定须说明理由，至少 ${wholeNumber(least)} 个字。`,
    '请说明理由，或同意销号，或退回。',
  ],
  sameEvidence: ({ name }) => [
    `“${name}”已提交过，内容完全相同。`,
    '同一份材料对同一条措施只计一次。',
    '请选择其他文件，或关联到其他措施。',
  ],
  handedInAlready: ({ name }) => [`“${name}”已提交。`, '一份上传的文件只提交一次。', '如用于其他措施，请重新上传。'],
  dateAhead: ({ given, today }) => [
    `${day(given)}尚未到来。`,
    `材料日期不晚于${day(today)}。`,
    '请重新选择日期，或留空。',
  ],
  notADate: ({ given }) => [`“${given}”不是日历上的日期。`, '日期的格式为 2025-03-04。', '请重新选择日期。'],
  dateNotLater: ({ given, after }) => [`${day(given)}过早。`, `日期须晚于${day(after)}。`, '请选择更晚的工作日。'],
  dateTooLate: ({ given, latest }) => [
    `${day(given)}过晚。`,
    `整改期限${day(latest)}由上级确定，日期不得晚于此日。`,
    '请选择更早的工作日。',
  ],
  dayOff: ({ given, before, after }) => [
    `${day(given)}不是工作日。`,
    '期限应为工作日。',
    `可选${day(before)}或${day(after)}。`,
  ],
  extensionTooLate: ({ dueOn }) => [
    `此事项已于${day(dueOn)}到期。`,
    '到期后不能申请延期。',
    '可报送当前进展并说明原因，由整改办处理。',
  ],
  extensionPending: ({ until }) => [
    `延期至${day(until)}的申请正在等待决定。`,
    '同一时间只能有一份延期申请。',
    '请等待决定，如仍需延期再行申请。',
  ],
  nothingToWithdraw: () => ['目前没有可撤回的内容。', '销号申请、措施和延期申请在答复之前可以撤回。', reload],
  paused: ({ until }) => [
    `此事项暂缓整改至${day(until)}。`,
    '暂缓期间可以报送进展、提交佐证材料。',
    '如需提前恢复，请联系巡察办。',
  ],
  notPaused: () => ['此事项没有暂缓。', '只有暂缓中的事项才能恢复整改。', reload],
  pausePending: ({ until }) => [
    `暂缓至${day(until)}的申请正在等待答复。`,
    '同一时间只能有一份申请。',
    '请等待答复，如仍需要再行申请。',
  ],
  noPauseRequest: () => ['目前没有待答复的暂缓申请。', '有人提出申请后才能答复。', reload],
  dueDateFixed: ({ dueOn }) => [
    `整改期限${day(dueOn)}由上级确定。`,
    '此期限不能延期，也不能由本级调整。',
    '如需变动，请报上级同意后由巡察办重新设定。',
  ],
  noRevision: () => ['目前没有待审定的措施调整。', '整改中的措施只有在调整后才需审定。', reload],
  revisionPending: () => ['调整后的措施正在等待审定。', '同一时间只能有一份措施调整。', '请等待审定，或先撤回再调整。'],
  tooManyAsked: ({ most, given }) => [
    `一条措施列出了 ${given} 份所需材料。`,
    `每条措施最多列 ${most} 份。`,
    '请合并或删去部分材料。',
  ],
  noExtensionRequest: () => ['目前没有待决定的延期申请。', '有人提出申请后才能同意或不同意。', reload],
  tooManyExtensions: ({ most }) => [
    most === 0 ? '本轮次的规则不设延期。' : `此事项已延期 ${most} 次。`,
    most === 0 ? '期限不变。' : `最多可延期 ${most} 次。`,
    '可报送当前进展并说明原因，由整改办处理。',
  ],
  ownRequest: () => ['此延期申请由本人提出。', '须由其他人决定。', '请由其他审核人员办理。'],
  noDates: () => ['没有列出要调整的日期。', '每个日期须列明调整前后。', '请重新预览。'],
  dateNotAsSeen: ({ date, seen }) => [
    `此事项的${zhExplanation.moved[date]}现已不是${day(seen)}。`,
    '只调整预览中看到的日期。',
    '请重新预览后再实施。',
  ],
  notBound: ({ personId, as, bound }, names) => [
    as.length === 0 ? '尚未选择移交的职责。' : `${names.person(personId)}不是此事项的${bindings(as)}。`,
    bound.length === 0 ? '移交的只能是本人现有的职责。' : `其现有职责：${bindings(bound)}。`,
    reload,
  ],
  sameSuccessor: ({ personId }, names) => [
    `移交人和接手人都是${names.person(personId)}。`,
    '移交须由另一人接手。',
    '请选择其他接手人。',
  ],
  wouldJudgeOwn: ({ personId }, names) => [
    `${names.person(personId)}承办此事项，或提交过其材料，接手后将由本人审核。`,
    '同一人不能既承办、提交又审核。',
    '请选择其他接手人。',
  ],
  nobodyToUrge: () => ['此事项目前不等待任何人办理。', '轮到有人办理时才能催办。', '请在检查节点之后再看。'],
  urgedLately: ({ at, again }) => [
    `此事项已于${sentenceTime(at, 'zh-CN')}催办。`,
    '无论由谁催办，同一事项 24 小时内只催办一次。',
    `${sentenceTime(again, 'zh-CN')}之后可再催办。`,
  ],
  unknownLetter: ({ given, known }) => [
    `本轮次的规则中没有函件“${given}”。`,
    `可选${list(known, 'zh-CN')}。`,
    '请从中选择。',
  ],
  noLetterToAnswer: () => ['目前没有等待答复的函件。', '规则要求答复的函件，每份答复一次。', reload],
  otherLetter: ({ given, waiting }) => [
    `第 ${wholeNumber(given)} 条记录的函件不等待答复。`,
    `等待答复的是第 ${list(waiting.map(String), 'zh-CN')} 条记录。`,
    '请从中选择。',
  ],
  notListed: () => ['此事项未列入挂牌督办。', '列入挂牌督办的事项才能解除。', reload],
  busy: ({ waiting }) => [
    `此事项还有 ${wholeNumber(waiting)} 个操作正在记录。`,
    '同一事项的操作依次办理。',
    '请稍后再试。',
  ],
  notRecorded: () => [
    '台账无法记录此操作，事项没有变化。',
    '系统管理员已收到提示。',
    '请核对填写的内容后再试；如仍不行，请联系管理员。',
  ],
};
