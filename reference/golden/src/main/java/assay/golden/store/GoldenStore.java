package assay.golden.store;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.Digests;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.golden.draw.CaseSeeds;
import assay.golden.draw.InstallationSecret;
import assay.golden.torch.PyTorch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Goldens that are made once and then read: from memory, else from a directory, else from PyTorch, which is not even
 * loaded as long as nothing is missing. The directory may be shared by processes and deleted at any time. It holds what
 * students must not see, so its files are closed to all but their owner.
 */
public final class GoldenStore implements GoldenSource {
    /** Enough for every case of an assignment with fully connected layers of some million weights. */
    private static final long KEPT_BYTES = 128L << 20;

    private static final int KEYS_AT_MOST = 10_000;

    private final CaseSeeds seeds;
    private final GoldenFiles files;
    private final GoldenMaker maker;
    private final GoldenCache cache;
    private final Object making = new Object();

    /** What was asked for lately: a class asks for the same cases again and again, and a key takes two digests. */
    private final Map<GoldenRequest.Name, String> keys = new ConcurrentHashMap<>();

    GoldenStore(CaseSeeds seeds, GoldenFiles files, GoldenMaker maker, GoldenCache cache) {
        this.seeds = requireNonNull(seeds, "seeds is null");
        this.files = requireNonNull(files, "files is null");
        this.maker = requireNonNull(maker, "maker is null");
        this.cache = requireNonNull(cache, "cache is null");
    }

    /**
     * The store in a directory, which is made when there is something to be put into it.
     *
     * @param directory of the goldens
     * @param secretDirectory where the installation's secret lies; it is drawn with the first hidden case
     */
    public static GoldenStore in(Path directory, Path secretDirectory) {
        requireNonNull(secretDirectory, "secretDirectory is null");
        CaseSeeds seeds = new CaseSeeds(() -> InstallationSecret.in(secretDirectory));
        GoldenMaker maker = new TorchGoldenMaker(PyTorch::load);
        return new GoldenStore(seeds, new GoldenFiles(directory), maker, new GoldenCache(KEPT_BYTES));
    }

    @Override
    public GoldenCase golden(Assignment assignment, Part part, CaseSpec spec) {
        GoldenRequest.Name name = GoldenRequest.name(assignment, part, spec);
        Optional<GoldenCase> known = Optional.ofNullable(keys.get(name)).flatMap(cache::find);
        if (known.isPresent()) {
            return known.get();
        }
        GoldenRequest request = GoldenRequest.of(assignment, part, spec, seeds);
        String key = request.key();
        if (keys.size() >= KEYS_AT_MOST) {
            keys.clear();
        }
        keys.put(name, key);
        return golden(key, request);
    }

    /**
     * {@code digest} over the goldens of all cases and what is told of misconceptions in them, and the versions of what
     * makes them. Makes what is missing.
     */
    @Override
    public Map<String, String> description(Assignment assignment) {
        List<String> fields = new ArrayList<>();
        for (Part part : assignment.parts()) {
            for (CaseSpec spec : GoldenRequest.cases(part)) {
                GoldenRequest request = GoldenRequest.of(assignment, part, spec, seeds);
                String key = request.key();
                fields.addAll(
                        List.of(part.id(), spec.id(), key, golden(key, request).digest()));
            }
        }
        Map<String, String> description = new TreeMap<>();
        description.put("digest", Digests.ofFields(fields));
        description.put("djl", PyTorch.DJL_VERSION);
        description.put("precision", "float64 rounded to float32");
        description.put("pytorch", PyTorch.VERSION);
        return description;
    }

    private GoldenCase golden(String key, GoldenRequest request) {
        Optional<GoldenCase> known = cache.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        GoldenCase golden = files.read(key).orElseGet(() -> make(key, request));
        cache.keep(key, golden);
        return golden;
    }

    /** One at a time: PyTorch has one thread anyway, and each golden in the making takes memory. */
    private GoldenCase make(String key, GoldenRequest request) {
        synchronized (making) {
            Optional<GoldenCase> madeMeanwhile = cache.find(key);
            if (madeMeanwhile.isPresent()) {
                return madeMeanwhile.get();
            }
            GoldenCase golden = maker.make(request);
            files.write(key, golden, request);
            cache.keep(key, golden);
            return golden;
        }
    }
}
