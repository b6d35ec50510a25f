/** The words of the pages in Chinese, key by key those of en.ts. */
import { listTotal, type ListTotal } from '../../core/i18n/format.ts';
import { zhLabels } from '../../core/i18n/zh/labels.ts';
import type { Words } from './en.ts';
import { account } from './zh/account.ts';
import { handIn } from './zh/hand-in.ts';
import { acts } from './zh/acts.ts';
import { bulletin } from './zh/bulletin.ts';
import { item } from './zh/item.ts';
import { absence } from './zh/absence.ts';
import { handOver } from './zh/hand-over.ts';
import { openid } from './zh/openid.ts';
import { rehearsal } from './zh/rehearsal.ts';
import { secondFactor } from './zh/second-factor.ts';
import { wizard } from './zh/wizard.ts';

const { lights, things } = zhLabels;

const ofThemOverdue = (overdue: ListTotal) => (overdue.count > 0 ? `，其中 ${listTotal(overdue)} 项已超期` : '');

export const zh: Words = {
  account,
  acts,
  bulletin,
  item,
  absence,
  handOver,
  handIn,
  openid,
  rehearsal,
  secondFactor,
  wizard,
  separator: ' · ',
  clause: '，',
  colon: '：',
  stop: '。',
  all: '全部',
  shell: {
    skip: '跳到正文',
    menu: '菜单',
    places: { todo: '待办', rounds: things.rounds, mails: things.mails, people: things.people, me: '我的' },
    largeText: '大字',
    signOut: '退出登录',
    person: (name) => `当前登录：${name}`,
    breadcrumb: '当前位置',
    close: '关闭',
  },
  loading: {
    still: '仍在加载',
    retry: '重试',
    asOf: (time) => `数据截至 ${time}（北京时间）`,
    word: '加载中',
  },
  errors: {
    oursText: '此部分暂时无法显示，页面其他部分不受影响。',
    reference: (reference) => `编号 ${reference}`,
    notFound: '没有此页面',
    notFoundText: '地址可能已变更，或此事项不存在。',
    notAllowed: '当前账号不可查看此页面',
    notAllowedText: '此事项由其他单位负责。如需查看，请联系整改办。',
    offline: '暂时无法连接',
    offlineText: '填写的内容已保留在本机，没有提交。',
    home: '回到首页',
    notSaved: '系统暂时无法保存，内容已保留在本机，没有提交。请稍后重试。',
    titlePrefix: (count) => `${count} 处需要修改：`,
  },
  signIn: {
    title: '登录',
    lead: '让每一个问题，都有人办、按时办、办到位。',
    password: '密码',
    sample: '示例账号',
    sampleLead: '当前为示例数据。三个账号各看到一方的工作。',
    use: (name) => `以${name}登录`,
    roleDoes: {
      staff: '签收事项、报送措施、提交佐证材料',
      supervisor: '审定措施、审核销号申请、退回',
      admin: '导入轮次、交办、启动、同意销号',
    },
    mailPage: '查看已发出的邮件',
    emptyTitle: '尚未导入任何轮次',
    emptyLead: '示例轮次可一次看全：一个虚构单位的巡察反馈问题，已交办至各单位，期限已开始计算，提醒邮件已排期。',
    noSample: '系统中还没有人员。请打开首次启动时打印的链接，创建第一位管理员。',
    loadSample: '建立示例轮次',
    loadingSample: '正在建立示例轮次',
    sampleThen: '建立后可用以下账号登录：',
  },
  todo: {
    sentence: (total, overdue) =>
      total.count === 0 ? '没有待办事项。' : `有 ${listTotal(total)} 项需要处理${ofThemOverdue(overdue)}。`,
    groups: { overdue: lights.red.word, week: '本周', later: '以后' },
    waiting: '等待他人',
    done: '已办',
    empty: '没有待办事项。',
    emptyNext: (date, number) => `下一个期限是${date}（${number}）。到期前会发邮件提醒。`,
    emptyLater: '有事项等待办理时，会发邮件提醒。',
  },
  rounds: {
    new: '新建轮次',
    empty: '还没有轮次。',
    emptyAdmin: '导入一份反馈意见即可开始。',
    emptyOther: '整改办启动后，会显示在此处。',
    closedOf: (closed, total) => `已销号 ${closed}/${total}`,
    startsOn: (date) => `${date}起`,
    unassigned: (count) => `${count} 项待交办`,
  },
  round: {
    facts: (startsOn, planDueOn, dueOn) => `${startsOn}起 · ${planDueOn}前报送措施 · ${dueOn}到期`,
    ofTotal: (total) => `共 ${total} 项`,
    items: () => '项',
    starting: (started, total) => `正在启动：已启动 ${started} 项，共 ${total} 项`,
    unknownYears: (years) => `${years} 年节假日安排未公布，涉及该年的日期按周一至周五计算，公布后可能变动。`,
    filters: '筛选',
    words: '编号或文字',
    clear: '清除筛选',
    found: (total, shown) =>
      total.isExact && total.count === shown ? `共 ${shown} 项` : `共 ${listTotal(total)} 项，本页 ${shown} 项`,
    firstPage: '第一页',
    nextPage: '下一页',
    emptyFiltered: '此筛选条件下没有事项',
    empty: '此轮次没有事项。',
    list: '事项列表',
  },
  papers: { title: '下载', as: (name, form) => `${name}（${form}）` },
  mails: {
    title: '邮件记录',
    lead: '发给谁、何时发、未发的原因。',
    slot: '发送时点',
    subject: '主题',
    lines: '事项数',
    digest: '每日提醒',
    waiting: '等待发送时点',
    waitingRow: (lines) => `${lines} 条`,
    sendNow: '立即发送等待中的邮件',
    confirm: (lines, slots) =>
      `将立即发出 ${slots} 个时点的 ${lines} 条提醒，不再等到工作日 09:00。邮件发出后不能收回。`,
    doSend: '立即发送',
    keep: '按时点发送',
    empty: '还没有发出邮件。',
    unreached: (people) => `${people} 人收不到邮件`,
    unreachedLead: '邮件服务器已拒收。请先更正邮箱，再重新发送。',
    unreachedMails: (mails) => `${mails} 封`,
    sendAgain: '重新发送',
    doubled: (count) => `${count} 封邮件可能重复送达：邮件服务器的回应丢失，两封的 Message-ID 相同。`,
  },
  people: {
    title: zhLabels.formNames.roster,
    lead: '各单位的经办、审核人员。',
    noUnit: '未定单位',
    noPeople: '暂无人员',
  },
};
