package assay.server.queue;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** JSON, since Java's own serialization makes objects of whatever somebody wrote into the table. */
final class JobSerializer implements Serializer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public byte[] serialize(Object data) {
        return JSON.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
        return JSON.readValue(bytes, type);
    }
}
