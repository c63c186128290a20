package app.tutti.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What a party heard from a moment on, in the host's words. */
@Entity
@Table(name = "party_played")
public class PlayedTrack {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "party_played_id_seq")
    @SequenceGenerator(name = "party_played_id_seq", sequenceName = "party_played_id_seq", allocationSize = 50)
    private Long id;

    @Column(name = "party_id", columnDefinition = "uuid")
    private UUID partyId;

    private OffsetDateTime at;

    private String title;

    private String artist;

    private String release;

    protected PlayedTrack() {}

    public PlayedTrack(UUID partyId, OffsetDateTime at, PartyTrack track) {
        this.partyId = partyId;
        this.at = at;
        title = track.title();
        artist = track.artist();
        release = track.release();
    }

    public OffsetDateTime getAt() {
        return PastParty.atHome(at);
    }

    public String getTitle() {
        return title;
    }

    public String getArtist() {
        return artist;
    }

    public String getRelease() {
        return release;
    }
}
