/** Everything the pages stand in: settings, theme, data and addresses. */
import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './queries.ts';
import { router } from './routes.tsx';
import { SettingsProvider, useSettings } from './settings.tsx';
import { themeFor } from './theme.ts';

export const App = () => (
  <SettingsProvider>
    <Look>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>
  </SettingsProvider>
);

/** Browsers of offices are old: plain selectors and physical properties instead of `:where` and logical ones. */
function Look({ children }: { readonly children: ReactNode }) {
  const { locale, isDark, isLarge } = useSettings();
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        locale={locale === 'en' ? enUS : zhCN}
        theme={themeFor({ isDark, isLarge })}
        button={{ autoInsertSpace: false }}
        drawer={{ mask: { blur: false } }}
        modal={{ mask: { blur: false } }}
        wave={{ disabled: true }}
      >
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
