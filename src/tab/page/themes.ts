import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

/** The look that goes with the host's theme. */
export function themeOf(name: string): Theme {
  if (name === 'contrast') return teamsHighContrastTheme;
  return name === 'dark' ? teamsDarkTheme : teamsLightTheme;
}
