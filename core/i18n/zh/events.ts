/** 事项经过的中文说法。 */
import type { Deadlines } from '../../rules/deadlines.ts';
import type { EventOf } from '../../item/event.ts';
import { list } from '../format.ts';
import type { Names } from '../names.ts';
import type { EventTexts } from '../timeline.ts';
import { zhExplanation } from './explanation.ts';
import { zhLabels } from './labels.ts';
import { bindings, day, measures } from './phrases.ts';
import type { DateMove } from '../../item/date-move.ts';

/** 他方办理占用的天数顺延给责任单位。 */
const moved = ({ moved: dates }: { readonly moved: Deadlines | null }): string =>
  dates === null ? '' : `整改期限顺延至${day(dates.dueOn)}。`;

const planMoved = ({ moved: dates }: { readonly moved: Deadlines | null }): string =>
  dates === null ? '' : deadlines(dates);

const deadlines = ({ signDueOn, planDueOn, dueOn }: Deadlines): string =>
  `${signDueOn === null ? '' : `签收期限${day(signDueOn)}，`}报送措施期限${day(planDueOn)}，整改期限${day(dueOn)}。`;

const opinion = (text: string): string => (text === '' ? '' : `${zhLabels.fields.opinion}：${text}`);

const movedDates = (moves: readonly DateMove[]): string =>
  moves.map(({ date, from, to }) => `${zhExplanation.moved[date]}由${day(from)}调整为${day(to)}`).join('，');

/** 写在他人文字之后，自成一句。 */
const after = (sentence: string): string => (sentence === '' ? '' : `（${sentence.replace(/。$/, '')}）`);

const letterOf = (kind: string, names: Names): string =>
  (({ ...zhLabels.letters }) as Partial<Record<string, string>>)[kind] ?? names.letter(kind);

const reminded = ({ step }: EventOf<'reminded'>, names: Names): string =>
  `发出${step.letter === null ? '提醒' : letterOf(step.letter, names)}：${zhLabels.mailLines[step.kind]}，日期为${day(step.dueOn)}。`;

function escalated({ step }: EventOf<'escalated'>, names: Names): string {
  const to = list(
    step.to.map((addressee) => zhLabels.addressees[addressee]),
    'zh-CN',
  );
  const what = step.letter === null ? '超期提示' : letterOf(step.letter, names);
  const dated =
    step.kind === 'letterUnanswered'
      ? `第 ${step.ofLetter ?? 0} 条记录的函件应于${day(step.dueOn)}前答复，未见答复`
      : `期限为${day(step.dueOn)}`;
  const more = [step.proposesInterview ? '建议约谈。' : '', step.lists ? '列入挂牌督办。' : ''];
  return `向${to}发出第 ${step.level} 级${what}，${dated}。${more.join('')}`;
}

export const zhEvents: EventTexts = {
  imported: ({ number, title }) => `导入为事项 ${number}：${title}`,
  assigned: (event, names) =>
    `交办至${names.unit(event.unitId)}，承办人${names.person(event.handlerId)}，牵头领导${names.person(event.leadLeaderId)}。${planMoved(event)}`,
  dispatched: (event) => `轮次启动：${deadlines(event)}`,
  signedFor: () => '签收。',
  disowned: ({ reason }) => `退回交办：${reason}`,
  planSubmitted: ({ measures: planned, rootCause }) =>
    `报送 ${planned.length} 条措施。${zhLabels.fields.rootCause}：${rootCause}`,
  planRevised: ({ measures: planned, reason }) => `调整为 ${planned.length} 条措施：${reason}`,
  planApproved: (event) => `审定措施。${moved(event)}`,
  planReturned: (event) => `退回措施：${event.reason}${after(planMoved(event))}`,
  progressReported: ({ text }) => `报送进展：${text}`,
  progressRecorded: ({ text, reporter, reportedOn, isDone, note, name }) => {
    const done = isDone === null ? '' : isDone ? '，填报已完成' : '，填报未完成';
    const more = note === '' ? '' : `；${zhLabels.fields.note}：${note}`;
    return `代报进展：${text}（${reporter}，${day(reportedOn)}填报${done}${more}；见“${name}”）`;
  },
  measuresMarked: ({ measureStatuses }, names) =>
    `${list(
      measureStatuses.map(
        ({ measureId, status }) => `措施 ${names.measure(measureId)} ${zhLabels.measureStates[status]}`,
      ),
      'zh-CN',
    )}。`,
  evidenceAdded: ({ name, measureIds, aboutOn }, names) =>
    `为${measures(measureIds, names)} 提交佐证材料“${name}”${aboutOn === null ? '' : `（材料日期${day(aboutOn)}）`}。`,
  closureRequested: ({ evidenceIds, statement }) => `申请销号，附佐证材料 ${evidenceIds.length} 份：${statement}`,
  withdrawn: (event) => `撤回${zhLabels.handedIn[event.what]}：${event.reason}${after(moved(event))}`,
  returned: (event, names) =>
    `退回（${measures(event.measureIds, names)}），${day(event.dueOn)}前补充：${event.reason}${after(moved(event))}`,
  endorsed: (event) => `审核同意。${opinion(event.opinion)}`,
  concurred: (event, names) => `会审同意（${names.unit(event.unitId)}）。${opinion(event.opinion)}`,
  closed: (event) => `同意销号。${opinion(event.opinion)}`,
  interimAccepted: (event) =>
    `认定阶段性成效，${zhLabels.things.checkpoint}为${day(event.checkpointOn)}。${opinion(event.opinion)}`,
  standingAccepted: (event) => `认定长期坚持，下次复查日期为${day(event.reviewOn)}。${opinion(event.opinion)}`,
  extensionRequested: ({ until, reason }) => `申请延期至${day(until)}：${reason}`,
  extensionGranted: ({ until }) => `同意延期至${day(until)}。`,
  extensionRefused: (event) => `不同意延期：${event.reason}${after(moved(event))}`,
  dueDateSet: ({ dueOn, reason }) => `整改期限调整为${day(dueOn)}：${reason}`,
  datesMoved: ({ moves, rules, reason }) =>
    `按规则第 ${rules.policy} 版、日历第 ${rules.calendar} 版调整：${movedDates(moves)}。${zhLabels.fields.reason}：${reason}`,
  handedOver: ({ as, fromId, toId, reason }, names) =>
    `${bindings(as)}由${names.person(fromId)}移交${names.person(toId)}：${reason}`,
  dueDateFixed: ({ dueOn, reason }) => `上级确定整改期限为${day(dueOn)}：${reason}`,
  pauseRequested: ({ until, reason }) => `申请暂缓至${day(until)}：${reason}`,
  paused: (event) => `同意暂缓至${day(event.until)}。${moved(event)}`,
  pauseRefused: (event) => `不同意暂缓：${event.reason}${after(moved(event))}`,
  pauseEnded: (event) => `恢复整改：${event.reason}${after(planMoved(event))}`,
  classified: ({ grade, sources, reason }) =>
    `风险等级：${zhLabels.grades[grade]}${
      sources.length === 0
        ? ''
        : `；来源：${list(
            sources.map((one) => zhLabels.sources[one]),
            'zh-CN',
          )}`
    }。${reason}`,
  cancelled: ({ reason }) => `撤销事项：${reason}`,
  reopened: ({ reason, dueOn }) => `重新启动整改，期限为${day(dueOn)}：${reason}`,
  urged: ({ to, act }) => `催办${zhLabels.addressees[to]}：${zhLabels.acts[act]}。`,
  letterIssued: ({ letter, reason, answerDueOn }, names) =>
    `由巡察办发出${letterOf(letter, names)}${answerDueOn === null ? '' : `，${day(answerDueOn)}前答复`}：${reason}`,
  letterAnswered: ({ letterSeq, answer }) => `答复第 ${letterSeq} 条记录的函件：${answer}`,
  interviewHeld: ({ heldOn, attendees, minutes }) => `于${day(heldOn)}约谈${attendees}：${minutes}`,
  unlisted: ({ reason }) => `解除挂牌督办：${reason}`,
  reminded,
  escalated,
  pauseExpired: (event) => `暂缓期满，恢复整改。${planMoved(event)}`,
  checkpointReached: ({ dueOn }) => `检查节点已到，继续整改，期限为${day(dueOn)}。`,
  reviewReached: ({ reviewOn, dueOn }) =>
    `长期坚持复查到期，${dueOn === undefined ? '' : `${day(dueOn)}前报送情况，`}下次复查日期为${day(reviewOn)}。`,
};
