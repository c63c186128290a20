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

/** How many listened to a party from a moment on. */
@Entity
@Table(name = "party_listeners")
public class ListenerSample {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "party_listeners_id_seq")
    @SequenceGenerator(name = "party_listeners_id_seq", sequenceName = "party_listeners_id_seq", allocationSize = 50)
    private Long id;

    @Column(name = "party_id", columnDefinition = "uuid")
    private UUID partyId;

    private OffsetDateTime at;

    private int listeners;

    protected ListenerSample() {}

    public OffsetDateTime at() {
        return at;
    }

    public int listeners() {
        return listeners;
    }

    public ListenerSample(UUID partyId, OffsetDateTime at, int listeners) {
        this.partyId = partyId;
        this.at = at;
        this.listeners = listeners;
    }
}
