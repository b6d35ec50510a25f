/** The one button of the product: filled for the main act of a page, outlined for everything else. */
import { Button as AntButton } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly isMain?: boolean;
  readonly isBusy?: boolean;
  readonly isText?: boolean;
  readonly isSubmit?: boolean;
  readonly form?: string;
  readonly label?: string;
  readonly className?: string;
  readonly onClick?: () => void;
}

/** Turns beside the label, which stays and stays the button's whole name. */
const spinner = <span className="spinner" aria-hidden="true" />;

export default function Button({ children, isMain, isBusy, isText, isSubmit, form, label, className, onClick }: Props) {
  return (
    <AntButton
      type={isMain ? 'primary' : isText ? 'link' : 'default'}
      htmlType={isSubmit ? 'submit' : 'button'}
      loading={isBusy === true && { icon: spinner }}
      {...(form === undefined ? {} : { form })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(className === undefined ? {} : { className })}
      {...(onClick === undefined ? {} : { onClick })}
    >
      {children}
    </AntButton>
  );
}
