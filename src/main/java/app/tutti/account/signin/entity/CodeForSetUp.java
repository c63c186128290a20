package app.tutti.account.signin.entity;

import app.tutti.account.people.entity.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** What the log has said to whoever may make the first admin. */
@Entity
@Table(name = "set_up_code")
public class CodeForSetUp {
    @Id
    @Column(name = "code_hash")
    private String codeHash;

    private OffsetDateTime created;

    protected CodeForSetUp() {}

    public CodeForSetUp(Token code, OffsetDateTime now) {
        this.codeHash = code.hash();
        this.created = now;
    }
}
