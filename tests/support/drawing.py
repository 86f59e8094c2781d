"""Reading pictures back: what a browser or a legend would show."""

import io
from html.parser import HTMLParser

import numpy as np
from PIL import Image

from support.strategies import random_mixture


def decoded(png):
    """The pixels of a PNG; raises if the file is cut short."""
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


class _Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, text):
        self.found.append(("text", text))


def tags_in(html):
    """Every start tag with its attributes, and every text, as a browser reads them."""
    return _Tags(html).found


def image_in(html):
    """Attributes of the only <img>."""
    (attributes,) = [attributes for tag, attributes in tags_in(html) if tag == "img"]
    return attributes


def text_in(html):
    return " ".join(text for tag, text in tags_in(html) if tag == "text")


def labels_in_legend(ax):
    return [text.get_text() for text in ax.legend().get_texts()]


def mixture(n_components, n_features=2):
    """Any mixture of that size, always the same."""
    return random_mixture(np.random.default_rng(1), n_features, n_components)
