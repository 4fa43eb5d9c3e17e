package assay.server.http;

import assay.server.course.Archives;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was uploaded: a file as it is, or several as one archive. The same files give the same bytes.
 *
 * @param name as the sender called it
 * @param person in whose name, where the sender says so
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Uploads(String name, byte[] content, Optional<String> person) {
    private static final int MOST_FILES = 2000;
    private static final int LONGEST_NAME = 200;

    /** The body of a request in JSON: sources by their path. */
    record Sources(Map<String, String> files, Optional<String> student) {
        Sources {
            if (files == null || files.isEmpty() || files.containsValue(null)) {
                throw new IllegalArgumentException("\"files\" must hold at least one file, and the text of each");
            }
        }
    }

    static Uploads of(Context http) throws IOException {
        String type = http.contentType() == null ? "" : http.contentType();
        if (type.startsWith("multipart/form-data")) {
            return multipart(http);
        }
        Sources sources = Json.read(http, Sources.class);
        Map<String, byte[]> files = new TreeMap<>();
        sources.files().forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new Uploads("submission.zip", zip(files), sources.student());
    }

    private static Uploads multipart(Context http) throws IOException {
        List<UploadedFile> files = http.uploadedFiles().stream()
                .filter(file -> file.size() > 0 || !file.filename().isBlank())
                .toList();
        Optional<String> person = Optional.ofNullable(http.formParam("student"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (files.isEmpty()) {
            throw HttpProblem.bad("there is no file in the request");
        }
        if (files.size() == 1) {
            return new Uploads(name(files.getFirst()), bytes(files.getFirst()), person);
        }
        Map<String, byte[]> contents = new TreeMap<>();
        for (UploadedFile file : files) {
            if (contents.put(name(file), bytes(file)) != null) {
                throw HttpProblem.bad("two of the files have the same name");
            }
        }
        return new Uploads("submission.zip", zip(contents), person);
    }

    static String name(UploadedFile file) {
        String name = file.filename().replaceFirst("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static byte[] bytes(UploadedFile file) throws IOException {
        try (InputStream in = file.content()) {
            return in.readAllBytes();
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        if (files.size() > MOST_FILES) {
            throw HttpProblem.bad("there are more than " + MOST_FILES + " files");
        }
        try {
            return Archives.zip(files);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.bad("a file's path is too long");
        }
    }
}
