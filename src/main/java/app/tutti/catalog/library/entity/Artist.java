package app.tutti.catalog.library.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

@Entity
public class Artist {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "artist_id_seq")
    @SequenceGenerator(name = "artist_id_seq", sequenceName = "artist_id_seq", allocationSize = 50)
    private Long id;

    private String name;

    @Column(name = "sort_name")
    private String sortName;

    protected Artist() {}

    public Artist(String name) {
        this.name = name;
        this.sortName = SortName.of(name);
    }

    public String name() {
        return name;
    }
}
