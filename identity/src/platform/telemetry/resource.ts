import { resourceFromAttributes } from '@opentelemetry/resources'

/** What collectors call this service, by OpenTelemetry's semantic conventions. */
export const resource = resourceFromAttributes({ 'service.name': 'hallpass' })
