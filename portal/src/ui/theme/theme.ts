/** The one place where Mantine is told how Hallpass looks. Colours themselves are variables in tokens.css. */
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const gray: MantineColorsTuple = [
  '#f7f7f8',
  '#f1f1f3',
  '#e7e7ea',
  '#dcdce1',
  '#cbcbd2',
  '#a9a9b4',
  '#82828e',
  '#686873',
  '#45454e',
  '#26262b',
]

const dark: MantineColorsTuple = [
  '#ededf0',
  '#cfd0d6',
  '#a5a6b0',
  '#81828d',
  '#3d3e45',
  '#2c2d32',
  '#1f2023',
  '#18191b',
  '#111113',
  '#0b0b0d',
]

/** Every shade is the company's accent, mixed in tokens.css; Mantine only needs names for them. */
const accent = Array.from({ length: 10 }, (_, shade) => `var(--hp-accent-${shade})`) as unknown as MantineColorsTuple

export const theme = createTheme({
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif, "Noto Color Emoji"',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.8rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'var(--hp-shadow)',
    md: 'var(--hp-shadow)',
    lg: 'var(--hp-shadow)',
    xl: 'var(--hp-shadow)',
  },
  colors: { gray, dark, accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    // Scroll is locked by tokens.css (`:has`): the library's own lock would need an inline <style>.
    Modal: {
      defaultProps: {
        // Its header is no banner of the page.
        attributes: { header: { role: 'presentation' } },
        centered: true,
        lockScroll: false,
        radius: 'lg',
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 120, transition: 'fade' },
      },
    },
    ModalRoot: {
      defaultProps: { lockScroll: false, radius: 'lg', transitionProps: { duration: 120, transition: 'fade' } },
    },
    Drawer: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        lockScroll: false,
        transitionProps: { duration: 150 },
      },
    },
    Menu: { defaultProps: { shadow: 'sm', radius: 'md', transitionProps: { duration: 100 } } },
    Popover: { defaultProps: { shadow: 'sm', transitionProps: { duration: 100 } } },
    Tooltip: {
      defaultProps: {
        openDelay: 200,
        transitionProps: { duration: 100 },
        events: { hover: true, focus: true, touch: true },
      },
    },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'md' } },
  },
})
