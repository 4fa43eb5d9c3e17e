package assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import assay.server.store.DatabaseUrl;
import assay.server.testing.TestSite;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published description says what is there, no less and no more. */
final class OpenApiTest {
    @TempDir
    private Path data;

    @Test
    void it_names_every_route_of_the_api_and_who_may_call_it() throws Exception {
        try (TestSite site = new TestSite(data, DatabaseUrl.ofFile(data.resolve("assay.db")))) {
            Map<String, String> routes = new TreeMap<>();
            site.server().routes().stream()
                    .filter(route -> !route.page())
                    .forEach(route -> routes.put(
                            route.method().name().toLowerCase(Locale.ROOT) + " " + route.path(),
                            route.access().name()));
            JsonNode document = JsonMapper.shared()
                    .readTree(site.send(site.request("/openapi.json").build()).body());

            Map<String, String> described = new TreeMap<>();
            document.get("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(operation -> described.put(
                                    operation.getKey() + " " + path.getKey(),
                                    operation.getValue().get("x-access").asString())));

            assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
            assertThat(described).isEqualTo(routes);
        }
    }
}
