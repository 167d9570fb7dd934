import { useStrings } from './use-strings.tsx'

/** "Chrome on Linux", as the service names a device, in the words of the page. */
export function useDeviceName(): (device: string) => string {
  const { t } = useStrings()
  return (device) => {
    if (device === 'Unknown device') return t('device.unknown')
    const [browser = device, system] = device.split(' on ')
    return system === undefined ? device : t('device.on', { browser, system })
  }
}
