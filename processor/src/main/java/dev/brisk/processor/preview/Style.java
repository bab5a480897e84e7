package dev.brisk.processor.preview;

/**
 * How things look: dark on white, and on screens that are set so, bright on dark. Nothing is told
 * by a colour alone.
 */
final class Style {
  private Style() {}

  static final String SHEET =
      """

      text { font-family: system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; font-size: 12px; fill: #3c4450; }
      .paper { fill: #ffffff; }
      .title { font-size: 16px; font-weight: 600; fill: #14181f; }
      .note { font-style: italic; }
      .name { text-anchor: middle; }
      .x { text-anchor: middle; }
      .y { text-anchor: end; }
      .axis { stroke: #6b7480; stroke-width: 1; fill: none; }
      .grid { stroke: #c9d0d9; stroke-width: 0.75; }
      .even { fill: #e8f0fa; }
      .odd { fill: #f6f7f9; }
      .border { stroke: #8a93a0; stroke-width: 1; stroke-dasharray: 2 3; }
      .rate { stroke: #0062b1; stroke-width: 2.25; stroke-linejoin: round; fill: none; }
      .open { stroke-dasharray: 9 5; }
      .momentum { stroke: #b34700; stroke-width: 2; stroke-linejoin: round; stroke-dasharray: 5 3; fill: none; }
      .mark { fill: #ffffff; stroke: #0062b1; stroke-width: 2; }
      .told { font-weight: 600; fill: #14181f; stroke: #ffffff; stroke-width: 3; stroke-opacity: 0.8; stroke-linejoin: round; paint-order: stroke; }
      .end { text-anchor: end; }
      @media screen and (prefers-color-scheme: dark) {
        text { fill: #b4bdc9; }
        .paper { fill: #0d1117; }
        .title { fill: #f0f4f9; }
        .axis { stroke: #8a93a0; }
        .grid { stroke: #3a4350; }
        .even { fill: #16243a; }
        .odd { fill: #161b22; }
        .border { stroke: #6b7480; }
        .rate { stroke: #6cb6ff; }
        .momentum { stroke: #ff9e57; }
        .mark { fill: #0d1117; stroke: #6cb6ff; }
        .told { fill: #f0f4f9; stroke: #0d1117; }
      }
      """;
}
