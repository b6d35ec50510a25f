/** 统一身份认证方面的中文用语，逐项对应 en/openid.ts。 */
import type { openid as en } from '../en/openid.ts';

export const openid: typeof en = {
  signIn: (name) => `用${name}登录`,
  under: '正在登录',
  underLead: (name) => `${name}已返回结果，请稍候。`,
  code: '此账号还需要本系统的验证码。',
  own: {
    off: (name) => `目前凭密码登录。管理员可为本人开通用${name}登录。`,
    allowed: (name) => `也可以用${name}登录。首次登录时，其中已验证的邮箱须与此账号一致。`,
    linked: (name) => `也可以用${name}登录；以此方式登录的，退出时一并退出${name}。`,
  },
  allow: '开通统一身份认证',
  remove: '解除统一身份认证',
  unused: '已开通统一身份认证，尚未使用。',
};
