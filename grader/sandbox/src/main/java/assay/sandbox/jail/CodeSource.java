package assay.sandbox.jail;

import assay.core.domain.GraderFault;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where our own classes lie on this machine. */
public final class CodeSource {
    private CodeSource() {}

    /** The jar or folder that the class was loaded from. */
    public static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "find the classes of " + type.getName(), e);
        }
    }
}
