package app.tutti.catalog.tags.control;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jaudiotagger.audio.asf.data.AsfHeader;
import org.jaudiotagger.audio.asf.data.ContainerType;
import org.jaudiotagger.audio.asf.data.MetadataContainer;
import org.jaudiotagger.audio.asf.data.MetadataDescriptor;
import org.jaudiotagger.audio.asf.io.AsfHeaderReader;

/** Reads the attributes of a WMA. jaudiotagger finds all of them, but its tag keeps only one of several values. */
public final class AsfTags {
    private AsfTags() {}

    static TagFields read(Path path) throws IOException {
        TagFields fields = new TagFields();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            AsfHeader header = AsfHeaderReader.readTagHeader(file);
            for (ContainerType type : ContainerType.getOrdered()) {
                MetadataContainer container = header == null ? null : header.findMetadataContainer(type);
                if (container != null) {
                    texts(container).forEach(one -> fields.add(one.getName(), one.getString()));
                }
            }
        }
        return fields;
    }

    private static Stream<MetadataDescriptor> texts(MetadataContainer container) {
        return container.getDescriptors().stream().filter(one -> one.getType() != MetadataDescriptor.TYPE_BINARY);
    }
}
