package app.tutti.catalog.library.entity;

import app.tutti.catalog.files.entity.AudioFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.nio.file.Path;

@Entity
public class Track {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "track_id_seq")
    @SequenceGenerator(name = "track_id_seq", sequenceName = "track_id_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "release_id")
    private Release release;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "artist_id")
    private Artist artist;

    private String title;

    @Column(name = "sort_name")
    private String sortName;

    private Integer disc;
    private Integer number;
    private long duration;

    @Enumerated(EnumType.STRING)
    private AudioFormat format;

    private String path;
    private long size;
    private long mtime;

    protected Track() {}

    public long id() {
        return id;
    }

    public AudioFormat format() {
        return format;
    }

    public Path path() {
        return Path.of(path);
    }
}
