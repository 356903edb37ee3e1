//! A value with the mark of what it was computed for, handed out only to whoever shows the same mark: what
//! was prepared for one run, epoch or network is never taken for another's. Computes nothing by itself.

/// A value computed for `K`, once there is one.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Prepared<K, T>(Option<(K, T)>);

impl<K, T> Default for Prepared<K, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, T> Prepared<K, T> {
    /// The value, if this is what it was computed for.
    pub(in crate::app) fn get(&self, of: &K) -> Option<&T> {
        self.get_where(|known| known == of)
    }

    /// The same, to go on with it.
    pub(in crate::app) fn get_mut(&mut self, of: &K) -> Option<&mut T> {
        let (known, value) = self.0.as_mut()?;
        (known == of).then_some(value)
    }

    /// The value, if what it was computed for is good enough.
    pub(super) fn get_where(&self, fits: impl FnOnce(&K) -> bool) -> Option<&T> {
        let (of, value) = self.0.as_ref()?;
        fits(of).then_some(value)
    }

    /// The value for this, computed now unless it is there.
    pub(in crate::app) fn ensure(&mut self, of: K, compute: impl FnOnce() -> T) -> &mut T {
        let known = self.0.take().filter(|(known, _)| *known == of);
        let (_, value) = self.0.insert(known.unwrap_or_else(|| (of, compute())));
        value
    }

    /// Puts a value in the place of whatever there was.
    pub(in crate::app) fn put(&mut self, of: K, value: T) {
        self.0 = Some((of, value));
    }

    /// Takes the value out to compute the next one from it, if what it was computed for is good enough.
    pub(in crate::app) fn take_where(&mut self, fits: impl FnOnce(&K) -> bool) -> Option<T> {
        self.0.take().filter(|(of, _)| fits(of)).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_prepared_for_one_is_not_handed_to_another() {
        let mut prepared = Prepared::default();
        assert_eq!(prepared.get(&1), None);
        assert_eq!(*prepared.ensure(1, || "one"), "one");
        assert_eq!((prepared.get(&1), prepared.get(&2)), (Some(&"one"), None));
        assert_eq!(*prepared.ensure(1, || "again"), "one");
        assert_eq!(*prepared.ensure(2, || "two"), "two");
        assert_eq!((prepared.get(&1), prepared.get(&2)), (None, Some(&"two")));
        assert_eq!(prepared.take_where(|of| *of == 1), None);
        assert_eq!(prepared.get(&2), None, "what does not fit is gone");
    }
}
