package assay.golden.data;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Brings the files of a data set into the data folder. */
public final class DataFetch {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(20);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(30);
    private static final String PACKED = ".tar.gz";
    private static final String RECORDS = ".bin";

    /** Of one file in an archive; the largest that there is has 31 million bytes. */
    private static final long MOST_BYTES = 64L << 20;

    private final DataFolder folder;
    private final Consumer<String> progress;

    /** @param progress gets a sentence before something takes time */
    public DataFetch(DataFolder folder, Consumer<String> progress) {
        this.folder = requireNonNull(folder, "folder is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /**
     * From the official source.
     *
     * @throws DataFileException if it cannot be reached, or what comes is something else
     */
    public void download(DataSet set) throws DataFileException {
        for (DataSet.Source source : set.sources()) {
            progress.accept("downloading " + source.url());
            Path file = made(set).resolve(source.file());
            Path partial = file.resolveSibling(source.file() + ".partial");
            get(source, set, partial);
            if (!Checksums.matches(renamed(partial, file), source)) {
                delete(file);
                throw new DataFileException(
                        "what came from " + source.url() + " is damaged: its sum is not " + source.md5());
            }
            unpack(set, file);
        }
    }

    /**
     * From a folder that has the files, as published or unpacked, also in a folder below it.
     *
     * @throws DataFileException if it has none of them
     */
    public void copy(DataSet set, Path from) throws DataFileException {
        int copied = 0;
        try (Stream<Path> files = Files.walk(from, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (belongs(set, name)) {
                    Files.copy(file, made(set).resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    unpack(set, made(set).resolve(name));
                    copied++;
                }
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "copy " + set.id() + " from " + from, e);
        }
        if (copied == 0) {
            throw new DataFileException("in %s there is no file of %s; expected are %s"
                    .formatted(
                            from,
                            set.id(),
                            set.sources().stream().map(DataSet.Source::file).toList()));
        }
    }

    private static boolean belongs(DataSet set, String name) {
        return switch (set) {
            case CIFAR10 ->
                name.matches("(data_batch_[1-5]|test_batch)\\.bin")
                        || name.equals(set.sources().getFirst().file());
            case MNIST ->
                set.sources().stream()
                        .anyMatch(source -> name.equals(source.file())
                                || name.equals(source.file().replace(".gz", "")));
        };
    }

    private void get(DataSet.Source source, DataSet set, Path target) throws DataFileException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(source.url()))
                .timeout(ANSWER_WITHIN)
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_WITHIN)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            int status = client.send(request, HttpResponse.BodyHandlers.ofFile(target))
                    .statusCode();
            if (status != 200) {
                throw unreachable(source, set, "the answer is status " + status);
            }
        } catch (IOException e) {
            throw unreachable(source, set, reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(source, set, "it was interrupted");
        }
    }

    /** Some of the network's exceptions say nothing but their name. */
    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "there is no connection to it";
        }
        return e instanceof HttpTimeoutException ? "it does not answer" : e.toString();
    }

    private static DataFileException unreachable(DataSet.Source source, DataSet set, String why) {
        return new DataFileException(
                "%s cannot be downloaded (%s). Without a network: get %s elsewhere, and then 'assay data fetch %s --from DIR'."
                        .formatted(
                                source.url(),
                                why,
                                set.sources().stream().map(DataSet.Source::file).collect(Collectors.joining(", ")),
                                set.id()));
    }

    /** Only the records of an archive, by their plain names; whatever else is in it stays there. */
    private void unpack(DataSet set, Path archive) throws DataFileException {
        if (!archive.toString().endsWith(PACKED)) {
            return;
        }
        progress.accept("unpacking " + archive.getFileName());
        try (InputStream raw = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = List.of(entry.getName().split("/")).getLast();
                if (entry.isFile() && name.endsWith(RECORDS) && belongs(set, name) && entry.getSize() <= MOST_BYTES) {
                    Files.copy(tar, made(set).resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new DataFileException(archive + " cannot be unpacked: " + e.getMessage());
        }
    }

    private static Path renamed(Path partial, Path file) {
        try {
            return Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "keep " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "delete " + file, e);
        }
    }

    private Path made(DataSet set) {
        try {
            return Files.createDirectories(folder.of(set));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "make the folder " + folder.of(set), e);
        }
    }
}
