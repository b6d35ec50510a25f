/** What the command line itself says, in Chinese, key by key that of en.ts. */
import type { Words } from './en.ts';

export const zh: Words = {
  id: '标识',
  nothing: '没有符合条件的内容。',
  moreRounds: '更早的轮次未列出。',
  more: (count) => `共 ${count} 项，以下未列出。请缩小范围，或加 --json。`,
  chain: (ok) => (ok ? '✓ 记录链完整' : '✗ 记录链已被改动'),
  warnings: '需要留意',
  confirm: (count) => `将导入 ${count} 个事项。继续？(y/N) `,
  notConfirmed: '没有导入。',
  needsYes: '没有终端可供确认。请核对预览，然后加 --yes 导入。',
  imported: (id) => `已导入：${id}（草稿）。下一步：rectify rounds assign ${id} FILE.csv`,
  assigned: (given, all) => `已交办 ${given} / ${all} 项。`,
  launched: (id) => `轮次 ${id} 正在启动。`,
  done: (state, seq) => `已办理。事项现为“${state}”，记录 ${seq}。`,
  doubled: (count) => `${count} 封邮件可能重复送达（加 --may-have-doubled 列出）。`,
  userAdded: (name, id) => `已添加 ${name}（${id}）。`,
  password: (password) => `密码（仅显示这一次）：${password}`,
  noAddresses: '没有设置 DATABASE_URL，本机也没有用 npm start 启动过的系统。请先运行 npm start，或设置 DATABASE_URL。',
  whoActs: '请用 --as EMAIL（或 RECTIFY_AS）说明由谁办理。',
  notJson: (name) => `${name} 不是有效的 JSON。`,
  unreadable: (path, why) => `无法读取 ${path}（${why}）。`,
  unknownAct: (act, known) => `没有“${act}”这一操作。可用：${known}。`,
  columns: (allowed) => `CSV 第一行应为 ${allowed}。`,
  unreachable: (why) => `数据库或 Temporal 服务没有应答（${why}）。请确认系统已启动。`,
};
