/** A mail as the mailbox keeps it. */
export type ReceivedMail = {
  /** 1, 2, 3 … in the order of arrival. */
  id: number
  messageId: string | null
  from: string
  /** The addresses the server was told to deliver to, not those the headers name. */
  to: string[]
  subject: string
  text: string
  /** Every http(s) address in the text, in order. */
  links: string[]
  /** RFC 3339 */
  receivedAt: string
  headers: Record<string, string>
}

/** What a mail must be to be found; every part given must fit. */
export type MailQuery = { to?: string; subject?: string | RegExp; afterId?: number }
