package assay.server.store;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the store is.
 *
 * @param jdbc without name and password, so that it can be shown
 * @param user empty where there is none
 */
public record DatabaseUrl(Kind kind, String jdbc, String user, String password) {
    /** Which database. */
    public enum Kind {
        SQLITE,
        POSTGRESQL
    }

    private static final List<String> SCHEMES = List.of("postgresql", "postgres");

    public DatabaseUrl {
        requireNonNull(kind, "kind is null");
        requireNonNull(jdbc, "jdbc is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }

    public static DatabaseUrl ofFile(Path file) {
        return new DatabaseUrl(Kind.SQLITE, "jdbc:sqlite:" + file.toAbsolutePath(), "", "");
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?options} or {@code sqlite:FILE}.
     *
     * @throws IllegalArgumentException with a sentence that does not repeat the password
     */
    public static DatabaseUrl parse(String text) {
        if (text.startsWith("sqlite:")) {
            return ofFile(Path.of(text.substring("sqlite:".length())));
        }
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
                throw new IllegalArgumentException(
                        "the database must be postgresql://user:password@host/database or sqlite:FILE");
            }
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return new DatabaseUrl(
                    Kind.POSTGRESQL,
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    part(uri, 0),
                    part(uri, 1));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the database's address has a character at " + e.getIndex() + " that must be written as %XX", e);
        }
    }

    private static String part(URI uri, int index) {
        String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        String[] parts = info.split(":", 2);
        return index < parts.length ? URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8) : "";
    }

    @Override
    public String toString() {
        return jdbc;
    }
}
