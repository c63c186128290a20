package app.tutti.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** The beans that a page may name: proxies, each of which finds the own one of a request, so one set serves all. */
@ApplicationScoped
class NamedBeans {
    @Inject
    BeanManager manager;

    private final Map<String, Object> beans = new HashMap<>();

    @PostConstruct
    void find() {
        for (Bean<?> bean : manager.getBeans(Object.class, Any.Literal.INSTANCE)) {
            boolean made = !bean.getTypes().contains(bean.getBeanClass());
            if (bean.getName() != null && !made && manager.isNormalScope(bean.getScope())) {
                beans.put(bean.getName(), reference(bean));
            }
        }
    }

    private Object reference(Bean<?> bean) {
        return manager.getReference(bean, bean.getBeanClass(), manager.createCreationalContext(bean));
    }

    Map<String, Object> all() {
        return beans;
    }
}
