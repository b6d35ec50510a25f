/** Why a mail has not left: a code, put into words when somebody reads it, and what another program said of it. */

export type MailTrouble =
  /** Nobody's fault. nothingLeft: all that it carried was dropped · senderLost: the process that sent it ended, and another goes on */
  | { readonly code: 'nothingLeft' | 'senderLost' }
  /**
   * refused: for good, by the mail server · later: not now, says the mail server · noAnswer: no word about this mail ·
   * unwritable: the ledger holds what cannot be written. `said` is quoted as it came, at most 300 characters in whatever language.
   */
  | { readonly code: 'refused' | 'later' | 'noAnswer' | 'unwritable'; readonly said: string };

export type MailTroubleCode = MailTrouble['code'];
