package assay.server.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks at a page by axe, on a desktop and on a phone of 360 pixels. With {@code -Dassay.screenshots=FOLDER} it also takes
 * pictures of both in light and dark, for a person to look at.
 */
final class Looks {
    private static final String AXE = read();
    /** What axe found, a line a finding. */
    private static final String RUN = """
        async () => {
          const found = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations']
          });
          return found.violations.flatMap(rule => rule.nodes.map(node =>
            rule.id + ' | ' + node.html.slice(0, 160) + ' | ' + node.failureSummary.replace(/\\s+/g, ' ')));
        }\
        """;

    private final Optional<Path> pictures =
            Optional.ofNullable(System.getProperty("assay.screenshots")).map(Path::of);

    private static String read() {
        try (InputStream in = requireNonNull(Looks.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By day on a desktop and by night on a phone: colours do not depend on the width. */
    void at(Page page, String name) {
        Visitors.loaded(page).evaluate(AXE);
        look(page, name, 1280, ColorScheme.LIGHT);
        look(page, name, 360, ColorScheme.DARK);
        pictures.ifPresent(_ -> {
            picture(page, name, 360, ColorScheme.LIGHT);
            picture(page, name, 1280, ColorScheme.DARK);
        });
        page.setViewportSize(1280, 800);
    }

    private void look(Page page, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        pictures.ifPresent(_ -> picture(page, name, width, scheme));
        assertThat((List<?>) page.evaluate(RUN))
                .as("%s, %d pixels, %s, at %s", name, width, scheme, page.url())
                .isEmpty();
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("%s may not scroll sideways", name)
                .isLessThanOrEqualTo(width);
    }

    private void picture(Page page, String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.orElseThrow().resolve(file))
                .setFullPage(true));
    }
}
