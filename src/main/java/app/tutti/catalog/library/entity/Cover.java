package app.tutti.catalog.library.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** A picture, known by the hash of its JPEG. Another picture is another cover, so its address never changes content. */
@Entity
public class Cover {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cover_id_seq")
    @SequenceGenerator(name = "cover_id_seq", sequenceName = "cover_id_seq", allocationSize = 50)
    private Long id;

    private String sha256;

    protected Cover() {}

    public Cover(String sha256) {
        this.sha256 = sha256;
    }

    public String sha256() {
        return sha256;
    }
}
