package app.tutti.account.signin.control;

import app.tutti.account.people.entity.Token;
import app.tutti.account.signin.entity.CodeForSetUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;

/** Proves to set-up that whoever comes can read what this server logs. */
@ApplicationScoped
public class SetUpCode {
    @PersistenceContext
    EntityManager entities;

    /** The last one is the one. */
    public Token renew(OffsetDateTime now) {
        removeAll();
        Token code = Token.nextToType();
        entities.persist(new CodeForSetUp(code, now));
        return code;
    }

    public boolean isRight(Token code) {
        return entities.find(CodeForSetUp.class, code.hash()) != null;
    }

    public void removeAll() {
        entities.createQuery("delete from CodeForSetUp").executeUpdate();
    }
}
