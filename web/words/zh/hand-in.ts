/** 填报模板方面的中文用语，逐项对应 en/hand-in.ts。 */
import type { handIn as en } from '../en/hand-in.ts';

export const handIn: typeof en = {
  people: '由模板导入',
  peopleLead: '一次导入多名人员和多个单位：填写模板，选择文件，核对后导入。',
  round: '由模板新建轮次',
  roundLead: '把问题、措施和承办安排填入模板，核对后建立草稿轮次。',
  progressLead: '供没有系统账号的单位报送进展：下载该单位的报送表，填好后在此选择，核对后由管理员代为登记。',
  progressSheet: '下载该单位的报送表',
  notRecorded: (count) => `有 ${count} 项未登记，再次提交同一文件即可补登。`,
  toRound: '前往交办',
  template: '下载模板',
  choose: '选择填好的表格',
  file: (name) => `已选：${name}`,
  faults: (count) => `表格有 ${count} 处需要修改，改好后才能导入。`,
  sound: (added, changed, same) => `新增 ${added} 项，更新 ${changed} 项，未变 ${same} 项。`,
  ignored: (heads) => `未读取的列：${heads}。`,
  more: (count) => `另有 ${count} 行。`,
  row: '行',
  what: '名称',
  outcome: '结果',
  apply: '导入',
  again: '仍然导入',
  source: (name, time) => `由文件“${name}”导入，${time}。`,
  hash: (sha256) => `文件校验码（SHA-256）：${sha256}`,
  applied: '导入完成。',
  nothingNew: '所填内容系统中均已有。',
};
