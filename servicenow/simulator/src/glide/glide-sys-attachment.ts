import { currentSession } from '../runtime/session.ts'
import { system } from '../store/open-records.ts'
import { GlideRecord, loaded } from './glide-record.ts'

/** GlideSysAttachment, as far as text and Base64 go; content lies in sys_attachment_doc. */
export class GlideSysAttachment {
  write(record: GlideRecord, name: string, contentType: string, content: string): string {
    return this.#write(record, name, contentType, Buffer.from(content, 'utf8'))
  }
  writeBase64(record: GlideRecord, name: string, contentType: string, content: string): string {
    return this.#write(record, name, contentType, Buffer.from(content, 'base64'))
  }
  #write(record: GlideRecord, name: string, contentType: string, bytes: Buffer): string {
    const { records, who } = sessionNow()
    const values = {
      table_name: record.getTableName(),
      table_sys_id: record.getUniqueValue(),
      file_name: name,
      content_type: contentType,
      size_bytes: String(bytes.length),
    }
    const made = records.insert('sys_attachment', values, who)
    if ('aborted' in made) throw new Error(made.aborted)
    const id = made.row.sys_id ?? ''
    if (records.dictionary.has('sys_attachment_doc')) {
      const data = { sys_attachment: id, position: '0', data: bytes.toString('base64') }
      records.insert('sys_attachment_doc', data, system, { withoutRules: true })
    }
    return id
  }
  getAttachments(table: string, id: string): GlideRecord {
    const found = new GlideRecord('sys_attachment')
    found.addQuery('table_name', table)
    found.addQuery('table_sys_id', id)
    found.query()
    return found
  }
  getContentBase64(attachment: GlideRecord): string {
    const { records } = sessionNow()
    const parts = records.find('sys_attachment_doc', `sys_attachment=${attachment.getUniqueValue()}^ORDERBYposition`)
    return Buffer.concat(parts.map((row) => Buffer.from(row.data ?? '', 'base64'))).toString('base64')
  }
  getContent(attachment: GlideRecord): string {
    return Buffer.from(this.getContentBase64(attachment), 'base64').toString('utf8')
  }
  deleteAttachment(id: string): void {
    loaded('sys_attachment', sessionNow().records, id)?.deleteRecord()
  }
}

function sessionNow() {
  const session = currentSession()
  if (!session) throw new Error('GlideSysAttachment outside of a script')
  return session
}
